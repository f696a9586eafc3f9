// A process that starts the database, says where it is, and then does what its input asks: "stop", or "write".
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { startEmbedded } from '../../src/platform/db/embedded/index.ts';
import { PlatformError } from '../../src/platform/db/index.ts';

const [dataDir, binaries] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('usage: start-database <folder> [binaries]');

function say(message: object): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

async function write(url: string): Promise<never> {
  const client = new Client({ connectionString: url });
  client.on('error', () => process.exit(0));
  await client.connect();
  await client.query('create table if not exists written (number int primary key)');
  for (let number = 0; ; number += 1) {
    await client.query('insert into written values ($1)', [number]);
    say({ acknowledged: number });
  }
}

try {
  const database = await startEmbedded({ dataDir, binaries: binaries === '' ? undefined : binaries });
  say({ url: database.url, port: database.port, adopted: database.adopted, uid: process.getuid?.() });
  const orders = createInterface({ input: process.stdin });
  orders.on('line', (line) => {
    if (line === 'stop') void database.stop().then(() => process.exit(0));
    if (line === 'write') write(database.url).catch(() => process.exit(0));
  });
  // The test that gave the orders is gone.
  orders.on('close', () => process.exit(0));
} catch (error) {
  say({ code: error instanceof PlatformError ? error.code : 'unexpected', message: String(error) });
  process.exit(1);
}
