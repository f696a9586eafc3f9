import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commands } from '../apps/server/src/cli/commands.ts';
import { runCli } from '../apps/server/src/cli/run-cli.ts';
import { systemClock } from '../apps/server/src/platform/clock/index.ts';
import { emptyDatabase } from '../apps/server/test/database.ts';

const DEMO = join(import.meta.dirname, '..', 'apps', 'server', 'src', 'demo');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cordee-demo-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function play(...words: string[]) {
  let out = '';
  let err = '';
  const code = await runCli(commands, ['demo', '--data', folder, ...words], {
    stdout: { write: (text) => void (out += text) },
    stderr: { write: (text) => void (err += text) },
    env: {},
    clock: systemClock,
  });
  return { code, out, err };
}

test(
  'the demo balances, replays without a difference, and comes to the same figures beside another company',
  { timeout: 180_000 },
  async () => {
    await emptyDatabase(async (url) => {
      const words = ['--database', url, '--scale', '0.05'];
      const first = await play(...words, '--json');
      expect(first.err).not.toContain('"level":"error"');
      expect(first.code).toBe(0);
      const line = first.out.trimEnd().split('\n').at(-1) ?? '';
      expect(line).toMatch(/^\{"partners":40,"facts":\d{3},"commissions":\d{3},"ledgerBalanced":true,"replayDifferences":0\}$/);

      const second = await play(...words, '--lang', 'fr', '--keep-data');
      expect(second.code).toBe(0);
      const figures = JSON.parse(line) as { facts: number };
      expect(second.out).toContain(`${figures.facts} faits rejoués par le cœur, 0 différence(s).`);
      for (const title of [
        /^Relevé de .+$/m,
        /^Pourquoi cette vente est rémunérée$/m,
        /^Pourquoi ce remboursement reprend une commission versée$/m,
        /^Pourquoi cette vente ne paie rien$/m,
      ]) {
        expect(second.out).toMatch(title);
      }
      expect(second.out).toContain('l’acheteur est le partenaire lui-même');
    });
  },
);

test('a folder that the demo did not make is left alone', async () => {
  writeFileSync(join(folder, 'precious.txt'), 'kept');
  const { code, err } = await play('--scale', '0.05');
  expect(code).toBe(1);
  expect(err).toContain('was not made by the demo');
  expect(readFileSync(join(folder, 'precious.txt'), 'utf8')).toBe('kept');
});

test('a scale it cannot play is refused', async () => {
  for (const scale of ['0', '2', 'much']) expect((await play('--scale', scale)).code).toBe(2);
});

test('the demo knows the contract and the network only', () => {
  const allowed = /^(?:@cordee\/(?:contract|core)\/|zod$|stripe$|iconv-lite$|papaparse$|node:crypto$|\.)/;
  for (const file of globSync('**/*.ts', { cwd: DEMO })) {
    const source = readFileSync(join(DEMO, file), 'utf8');
    for (const [, from = ''] of source.matchAll(/(?:\bfrom |import\()'([^'\n]+)'/g)) {
      expect(from, file).toMatch(allowed);
      if (from.startsWith('.')) expect(join(DEMO, file, '..', from), file).toMatch(/\/src\/(?:demo\/|cli\/table\.ts$)/);
    }
  }
});
