import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { scratchPlace } from '../../apps/server/src/platform/db/embedded/index.ts';
import { startServerProcess } from '../faults/server-process.ts';
import { setStage, type Stage } from './stage.ts';

/** The product in a process of its own, with a small company in it. `close` ends it and removes its data. */
export async function openCompany(): Promise<{ stage: Stage; close: () => Promise<void> }> {
  const dataFolder = await mkdtemp(join(scratchPlace(), 'cordee-screens-'));
  // The account of the database must be able to enter.
  await chmod(dataFolder, 0o711);
  const server = await startServerProcess({ dataFolder, port: 0 });
  const close = async () => {
    await server.terminate();
    await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    if (server.setupLink === null) throw new Error(`a new server prints a set-up link: ${server.output()}`);
    return { stage: await setStage(server.origin, server.setupLink), close };
  } catch (error) {
    await close();
    throw error;
  }
}
