import type { Pool } from 'pg';
import { createIdentity } from './modules/identity/index.ts';
import type { Clock } from './platform/clock/index.ts';
import type { Database, Tx } from './platform/db/index.ts';
import { createApi, type ApiOptions, type ServedApi } from './platform/http/index.ts';
import type { Log } from './platform/telemetry/log.ts';

export interface Parts {
  readonly db: Database;
  readonly pool: Pool;
  readonly clock: Clock;
  readonly log: Log;
  readonly baseUrl: string;
  readonly masterKey: Buffer;
  readonly version: string;
  readonly rates: ApiOptions['rates'];
  readonly http?: Pick<ApiOptions, 'trustedProxies' | 'metricsToken' | 'isCurrent' | 'checkAnswers'>;
}

/** The only place that builds things: one line a module. */
export function compose(parts: Parts): ServedApi {
  const { db, pool, clock, log, baseUrl, masterKey, version, rates } = parts;
  const identity = createIdentity({ db, pool, clock, log, baseUrl, masterKey, partnerExists });
  const served = createApi({ db, log, clock, version, rates, authenticate: identity.authenticate, ...parts.http });
  identity.serve(served.api);
  return served;
}

async function partnerExists(tx: Tx, workspaceId: string, partnerId: string): Promise<boolean> {
  const rows = await tx.query('select id from partner where workspace_id = $1 and id = $2', [workspaceId, partnerId]);
  return rows.length > 0;
}
