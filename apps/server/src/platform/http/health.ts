import type { FastifyInstance } from 'fastify';
import { isSameSecret } from '../crypto/index.ts';
import type { Metrics } from './metrics.ts';
import type { ApiOptions } from './types.ts';

/** /healthz: the process answers. /readyz: it can do its work. /metrics: Prometheus text. */
export function serveHealth(fastify: FastifyInstance, options: ApiOptions, metrics: Metrics, isDraining: () => boolean): void {
  fastify.get('/healthz', async () => ({ status: 'ok', version: options.version }));

  fastify.get('/readyz', async (_request, reply) => {
    const reason = isDraining() ? 'draining' : await obstacle(options);
    reply.header('cache-control', 'no-store');
    if (reason === null) return { status: 'ready' };
    return reply.code(503).header('retry-after', '5').send({ status: 'not_ready', reason });
  });

  fastify.get('/metrics', async (request, reply) => {
    const token = options.metricsToken ?? null;
    if (token !== null && !isSameSecret(request.headers.authorization ?? '', `Bearer ${token}`)) return reply.callNotFound();
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}

async function obstacle({ db, isCurrent, log }: ApiOptions): Promise<'database' | 'migrations' | null> {
  try {
    await db.query('select 1');
    return isCurrent === undefined || (await isCurrent()) ? null : 'migrations';
  } catch (error) {
    log.warn({ err: error }, 'not ready: the database cannot be used');
    return 'database';
  }
}
