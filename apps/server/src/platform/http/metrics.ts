import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** The registry behind /metrics; modules add gauges and counters of their own with `registers: [registry]`. */
export interface Metrics {
  readonly registry: Registry;
  /** Seconds a request took, by route id and status. */
  observe(route: string, status: number, seconds: number): void;
}

/** Metrics of the process and of requests, with names beginning with `cordee_`. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'cordee_' });
  const requests = new Histogram({
    name: 'cordee_http_request_seconds',
    help: 'Duration of requests, by route and status.',
    labelNames: ['route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  return {
    registry,
    observe: (route, status, seconds) => requests.observe({ route, status: String(status) }, seconds),
  };
}
