import { openRunner } from '../../apps/server/src/modules/counting/index.ts';
import { work } from '../stage/processes.ts';
import { secondsOf } from '../rounds.ts';
import { openApplication } from '../stage/application.ts';

interface Input {
  readonly url: string;
  readonly workspaceId: string;
}

export interface CountedFacts {
  readonly facts: number;
  readonly seconds: number;
}

await work(async ({ url, workspaceId }: Input): Promise<CountedFacts> => {
  const db = openApplication(url);
  const fail = (error: unknown) => {
    throw error;
  };
  const runner = openRunner({ db, onError: fail });
  let facts = 0;
  const seconds = await secondsOf(async () => (facts = await runner.catchUp(workspaceId)));
  await runner.close();
  await db.close();
  return { facts, seconds };
});
