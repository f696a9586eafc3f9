// Records and counts further sales of one company, as often as it is told to.
import { openRunner } from '../../apps/server/src/modules/counting/index.ts';
import { secondsOf } from '../rounds.ts';
import { openApplication } from '../stage/application.ts';
import { work } from '../stage/processes.ts';
import { recordSales, type SalesRange } from '../stage/record-sales.ts';

interface Input {
  readonly url: string;
  readonly workspaceId: string;
  readonly range: SalesRange;
}

export interface Grown {
  readonly recording: number;
  readonly counting: number;
}

await work(async ({ url, workspaceId, range }: Input): Promise<Grown> => {
  const db = openApplication(url);
  const fail = (error: unknown) => {
    throw error;
  };
  const runner = openRunner({ db, onError: fail });
  const recording = await secondsOf(() => recordSales(db, workspaceId, range));
  const counting = await secondsOf(() => runner.catchUp(workspaceId));
  await runner.close();
  await db.close();
  return { recording, counting };
});
