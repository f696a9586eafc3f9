import { randomBytes } from 'node:crypto';
import { importSettings } from '@cordee/contract/import';
import { importFile } from '../../apps/server/src/modules/ingestion/index.ts';
import { createSealer } from '../../apps/server/src/platform/crypto/index.ts';
import { secondsOf } from '../rounds.ts';
import { contextOf, openApplication } from '../stage/application.ts';
import { work } from '../stage/processes.ts';

interface Input {
  readonly url: string;
  readonly workspaceId: string;
  readonly file: string;
  readonly baseUrl: 'http://localhost';
  importFolder: string;
}

export interface Imported {
  readonly accepted: number;
  readonly seconds: number;
}

await work(async ({ url, workspaceId, file, importFolder }: Input): Promise<Imported> => {
  const db = openApplication(url);
  const parts = {
    db,
    now: Date.now,
    sealer: createSealer(randomBytes(32)),
    // Counting has a bench of its own.
    kick: () => undefined,
    catchUp: async () => undefined,
    importFolder,
    baseUrl: 'http://localhost',
    onError: (error: unknown) => console.error(error),
  };
  let accepted = 0;
  const seconds = await secondsOf(async () => {
    const input = { kind: 'sales', path: file, ...importSettings.parse({}) } as const;
    const done = await importFile(contextOf(db, workspaceId), parts, input);
    if (done.state !== 'done' || done.rejected > 0) throw new Error(`the import ended ${done.state}: ${JSON.stringify(done)}`);
    accepted = done.accepted;
  });
  await db.close();
  return { accepted, seconds };
});
