// A worker whose only job says that it began and then never ends, for a test that kills the process.
import { z } from 'zod';
import { defineJob, defineJobs, startJobWorker } from '../../src/platform/jobs/index.ts';
import { createLog } from '../../src/platform/telemetry/log.ts';

const [url] = process.argv.slice(2);
if (url === undefined) throw new Error('usage: hang-in-job <url>');

const jobs = defineJobs({
  'test.hang': defineJob({
    payload: z.object({}),
    async run() {
      process.stdout.write('begun\n');
      await new Promise<never>(() => undefined);
    },
  }),
});
await startJobWorker({ url, jobs, log: createLog('silent') });
// The test that started it is gone.
process.stdin.resume().on('close', () => process.exit(0));
