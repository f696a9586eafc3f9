import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { scratchPlace } from '../../apps/server/src/platform/db/embedded/index.ts';
import { startServerProcess } from '../faults/server-process.ts';
import { setStage, type Stage } from './stage.ts';

/** A port for an identity provider, which the product must know before there is one. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The product in a process of its own, with a small company in it. `close` ends it and removes its data. */
export async function openCompany(): Promise<{ stage: Stage; close: () => Promise<void> }> {
  const dataFolder = await mkdtemp(join(scratchPlace(), 'cordee-screens-'));
  // The account of the database must be able to enter.
  await chmod(dataFolder, 0o711);
  const providerPort = await freePort();
  // VAT numbers are asked about at an address nobody has.
  const env = { CORDEE_OUTBOUND_HOSTS: `127.0.0.1:${providerPort}`, CORDEE_VIES_URL: 'https://vies.invalid' };
  const server = await startServerProcess({ dataFolder, port: 0, env });
  const close = async () => {
    await server.terminate();
    await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    if (server.setupLink === null) throw new Error(`a new server prints a set-up link: ${server.output()}`);
    return { stage: { ...(await setStage(server.origin, server.setupLink)), providerPort }, close };
  } catch (error) {
    await close();
    throw error;
  }
}
