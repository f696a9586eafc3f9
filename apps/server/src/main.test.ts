import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../test/database.ts';

const MAIN = join(import.meta.dirname, 'main.ts');

let folder: string;
let children: ChildProcessWithoutNullStreams[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cordee-main-'));
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

function start(env: Record<string, string>, [program, ...args]: [string, ...string[]] = [process.execPath, MAIN]) {
  const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
  const child = spawn(program, args, {
    env: { PATH, NODE_COMPILE_CACHE, CORDEE_DATA: folder, PORT: '0', LOG_LEVEL: 'silent', ...env },
  });
  children.push(child);
  let output = '';
  const grown = new EventTarget();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      grown.dispatchEvent(new Event('grown'));
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const said = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(output)?.[0];
        if (found !== undefined) resolve(found);
      };
      grown.addEventListener('grown', look);
      void ended.then(() => reject(new Error(`ended before saying ${String(pattern)}: ${output}`)));
      look();
    });
  return { child, ended, said, output: () => output };
}

test('starts on an empty database, prints where and how to begin, and ends cleanly when told', async () => {
  await emptyDatabase(async (url) => {
    const server = start({ DATABASE_URL: url });
    const link = new URL(await server.said(/http:\/\/localhost:\d+\/setup\?token=\S+/));
    expect((await fetch(`${link.origin}/readyz`)).status).toBe(200);
    expect(await (await fetch(`${link.origin}/api/docs`)).text()).toContain('id="error-rate_limited"');
    const body = {
      token: link.searchParams.get('token'),
      email: 'first@example.com',
      password: 'four unrelated words',
      name: 'First',
      workspace: { name: 'First', country: 'FR', currency: 'EUR', zone: 'Europe/Paris', language: 'en' },
    };
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${link.origin}/api/v1/setup`, { method: 'POST', headers, body: JSON.stringify(body) });
    expect(answer.status).toBe(201);
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);

    const again = start({ DATABASE_URL: url, LANG: 'fr_FR.UTF-8' });
    await again.said(/Référence de l'API/);
    expect(again.output()).not.toContain('/setup');
    again.child.kill('SIGINT');
    expect(await again.ended).toBe(0);
  });
});

test('a port in use, in French, names the port and how to choose another', async () => {
  await emptyDatabase(async (url) => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const server = start({ DATABASE_URL: url, PORT: String(port), LC_ALL: 'fr_CA.UTF-8' });
    expect(await server.ended).toBe(1);
    expect(server.output()).toContain(`Le port ${port} est déjà utilisé.`);
    expect(server.output()).toContain(`PORT=${port + 1} npm start`);
    await new Promise((resolve) => other.close(resolve));
  });
});

test('faulty settings are all named', async () => {
  const server = start({ PORT: 'abc', DATABASE_URL: 'mysql://x' });
  expect(await server.ended).toBe(1);
  expect(server.output()).toMatch(/PORT .*DATABASE_URL /);
});

test('a signal for npm ends the shell between: the server notices and ends as well', async () => {
  await emptyDatabase(async (url) => {
    const shell: [string, ...string[]] = ['sh', '-c', `'${process.execPath}' '${MAIN}'; exit`];
    const server = start({ DATABASE_URL: url, npm_lifecycle_event: 'start' }, shell);
    await server.said(/\/setup\?token=/);
    server.child.kill('SIGTERM');
    await server.ended; // when the last process that writes to its output has ended
    expect(server.output()).toContain('Stopping');
  });
});

test('a database that is away or refuses is said in a sentence, with what to do', async () => {
  const away = start({ DATABASE_URL: 'postgresql://u:p@127.0.0.1:1/x' });
  expect(await away.ended).toBe(1);
  expect(away.output()).toBe(
    'cordee: The database cannot be reached at the moment. Try again in a few seconds; if it lasts, check that the database server is running.\n',
  );
  await emptyDatabase(async (url) => {
    const wrong = new URL(url);
    wrong.pathname = '/nowhere';
    const refused = start({ DATABASE_URL: wrong.href, LANG: 'fr_FR.UTF-8' });
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toMatch(/^cordee: Le serveur de base de données refuse DATABASE_URL\. .*\n.*nowhere.*\n$/);
  });
});
