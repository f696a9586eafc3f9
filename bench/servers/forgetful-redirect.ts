// Our server with one difference: it believes a click is stored as soon as it is asked to store it.
import { openTracking } from '../../apps/server/src/modules/tracking/index.ts';
import { systemClock } from '../../apps/server/src/platform/clock/index.ts';
import { APPLICATION_ROLE } from '../../apps/server/src/platform/db/index.ts';
import { createApi } from '../../apps/server/src/platform/http/index.ts';
import { createLog } from '../../apps/server/src/platform/telemetry/log.ts';
import { openApplication } from '../stage/application.ts';

const url = process.env['DATABASE_URL'] ?? '';
const tracking = await openTracking({
  database: { url, role: APPLICATION_ROLE },
  clock: systemClock,
  trustedProxies: [],
  script: null,
  onFault: (error) => console.error(error),
});
const { recorder } = tracking.desk;
const forgetful: Pick<typeof recorder, 'store'> = {
  store(_, waiter) {
    waiter.committed();
    return true;
  },
};
// The redirect holds this very object.
Object.assign(recorder, forgetful);

const server = createApi({
  db: openApplication(url),
  log: createLog('silent'),
  clock: systemClock,
  version: 'bench',
  rates: { default: 0, track: 0, auth: 0 },
  authenticate: async () => null,
  ownOrigins: [],
  fastPath: tracking.fastPath,
});
console.log(`http://127.0.0.1:${await server.listen('127.0.0.1', 0)}`);
process.once('SIGTERM', () => process.exit(0));
