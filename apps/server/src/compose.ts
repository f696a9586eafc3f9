import type { Pool } from 'pg';
import { openIntake, openRunner, registerCounting, type CountingRunner, type Intake } from './modules/counting/index.ts';
import { createIdentity } from './modules/identity/index.ts';
import { registerLedger } from './modules/ledger/index.ts';
import { findPartner, servePartners } from './modules/partner/index.ts';
import { registerPayout } from './modules/payout/index.ts';
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

/** The served application, with what jobs and commands need of it. */
export interface Composed extends ServedApi {
  readonly intake: Intake;
  readonly runner: CountingRunner;
}

/** The only place that builds things: one line a module. */
export function compose(parts: Parts): Composed {
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
  const runner = openRunner({ db, onError: (err, workspaceId) => log.error({ err, workspaceId }, 'counting failed') });
  const intake = openIntake(db, runner, clock);
  registerCounting(served.api, { intake });
  registerLedger(served.api);
  registerPayout(served.api);
  return {
    ...served,
    intake,
    runner,
    async close(drainMs) {
      await served.close(drainMs);
      await intake.drained();
      await runner.close();
    },
  };
}

async function partnerExists(tx: Tx, workspaceId: string, partnerId: string): Promise<boolean> {
  return (await findPartner(tx, workspaceId, partnerId)) !== null;
}
