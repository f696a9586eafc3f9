// Records and counts further sales of one company.
import { openRunner } from '../../apps/server/src/modules/counting/index.ts';
import { secondsOf } from '../rounds.ts';
import { openApplication } from '../stage/application.ts';
import { work } from '../stage/processes.ts';
import { recordSales, type SalesRange } from '../stage/record-sales.ts';

interface Input {
  readonly url: string;
  readonly workspaceId: string;
  /** Recorded and counted first, unmeasured: a process that has just started would measure its own start. */
  readonly warmUp: SalesRange;
  readonly range: SalesRange;
}

export interface Grown {
  readonly recording: number;
  readonly counting: number;
}

await work(async ({ url, workspaceId, warmUp, range }: Input): Promise<Grown> => {
  const db = openApplication(url);
  const fail = (error: unknown) => {
    throw error;
  };
  const runner = openRunner({ db, onError: fail });
  await recordSales(db, workspaceId, warmUp);
  await runner.catchUp(workspaceId);
  const recording = await secondsOf(() => recordSales(db, workspaceId, range));
  const counting = await secondsOf(() => runner.catchUp(workspaceId));
  await runner.close();
  await db.close();
  return { recording, counting };
});
