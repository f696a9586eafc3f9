import { join } from 'node:path';
import type { BenchContext } from '../context.ts';
import { startServerProcess, type ServerProcess } from './processes.ts';

/** The product as it is started by `npm start`, on this database, without limits of rate. */
export function startProduct(context: BenchContext, url: string): Promise<ServerProcess> {
  return startServerProcess(new URL('../../apps/server/src/main.ts', import.meta.url), [], {
    PORT: '0',
    DATABASE_URL: url,
    CORDEE_DATA: join(context.home, 'product'),
    CORDEE_RATE_DEFAULT: '0',
    CORDEE_RATE_TRACK: '0',
    CORDEE_RATE_AUTH: '0',
    LOG_LEVEL: 'warn',
    LANG: 'en',
  });
}

/** One of `servers/`, on this database. */
export function startServer(file: string, url: string): Promise<ServerProcess> {
  return startServerProcess(new URL(`../servers/${file}`, import.meta.url), [], { DATABASE_URL: url });
}
