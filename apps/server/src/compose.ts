import type { Pool } from 'pg';
import { createIdentity } from './modules/identity/index.ts';
import { findPartner, servePartners } from './modules/partner/index.ts';
import { servePrograms } from './modules/program/index.ts';
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
  const served = createApi({
    db,
    log,
    clock,
    version,
    rates,
    authenticate: identity.authenticate,
    ownOrigins: [new URL(baseUrl).origin],
    ...parts.http,
  });
  identity.serve(served.api);
  servePartners(served.api);
  servePrograms(served.api, { baseUrl: () => baseUrl });
  return served;
}

async function partnerExists(tx: Tx, workspaceId: string, partnerId: string): Promise<boolean> {
  return (await findPartner(tx, workspaceId, partnerId)) !== null;
}
