import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

export interface TrackingMetrics {
  readonly batch: (rows: number) => void;
  readonly fault: () => void;
}

/** Queue, batches and faults of the click writer, in the registry of /metrics. */
export function createTrackingMetrics(registry: Registry, waiting: () => number): TrackingMetrics {
  const registers = [registry];
  const rows = new Histogram({
    name: 'cordee_click_batch_rows',
    help: 'Clicks committed together.',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2000],
    registers,
  });
  const faults = new Counter({ name: 'cordee_click_faults_total', help: 'Batches of clicks that failed.', registers });
  const queue = new Gauge({
    name: 'cordee_clicks_waiting',
    help: 'Clicks taken and not yet answered.',
    registers,
    collect() {
      this.set(waiting());
    },
  });
  queue.set(0);
  return { batch: (count) => rows.observe(count), fault: () => faults.inc() };
}

/** For as long as nobody asks. */
export const noMetrics: TrackingMetrics = { batch: () => undefined, fault: () => undefined };
