import { beforeEach, expect, test } from 'vitest';
import { PlatformError } from '../platform/db/index.ts';
import { Refusal } from '../platform/refusal.ts';
import { defineCommand } from './command.ts';
import { commands } from './commands.ts';
import { helpOf, overview } from './help.ts';
import { runCli } from './run-cli.ts';

let out: string;
let err: string;
beforeEach(() => {
  out = '';
  err = '';
});

let seen: unknown;
const greet = defineCommand({
  name: 'greet twice',
  summary: { en: 'Greets.', fr: 'Salue.' },
  options: {
    loud: { kind: 'flag', help: { en: 'loudly', fr: 'fort' } },
    as: { kind: 'text', value: 'role', required: true, choices: ['friend', 'guest'], help: { en: 'as what', fr: 'comme quoi' } },
    times: { kind: 'integer', value: 'number', min: 1, max: 9, help: { en: 'how often', fr: 'combien' } },
    also: { kind: 'list', value: 'name', help: { en: 'others', fr: 'd’autres' } },
    from: { kind: 'instant', value: 'date', help: { en: 'since', fr: 'depuis' } },
  },
  positionals: [{ name: 'who', help: { en: 'whom', fr: 'qui' } }],
  async run({ options, words, config, note }) {
    seen = { ...options, who: words.who, database: config.databaseUrl };
    note({ en: 'a remark', fr: 'une remarque' });
    return { ok: words.who !== 'nobody', json: { amount: 12n, who: words.who }, text: `hello ${words.who}` };
  },
});

function failing(error: unknown) {
  return defineCommand({
    name: 'fail',
    summary: { en: 'Fails.', fr: 'Échoue.' },
    options: {},
    positionals: [],
    async run() {
      throw error;
    },
  });
}

function run(words: string, env: Record<string, string> = {}, list = [greet]) {
  const stdout = { write: (text: string) => void (out += text) };
  const stderr = { write: (text: string) => void (err += text) };
  return runCli(list, words.split(' ').filter(Boolean), { stdout, stderr, env, clock: () => 0 });
}

test('options are typed, the result goes to standard output and remarks beside it', async () => {
  expect(await run('greet twice Ann --as friend --times 3 --also Bob --also=Eve --from 2026-01-02 --loud')).toBe(0);
  expect(seen).toEqual({
    loud: true,
    as: 'friend',
    times: 3,
    also: ['Bob', 'Eve'],
    from: Date.UTC(2026, 0, 2),
    who: 'Ann',
    database: null,
  });
  expect([out, err]).toEqual(['hello Ann\n', 'a remark\n']);
});

test('what is not said is absent', async () => {
  await run('greet twice Ann --as=guest');
  expect(seen).toMatchObject({ loud: false, times: undefined, also: [], from: undefined });
});

test('--json prints one line of JSON and nothing else on standard output', async () => {
  expect(await run('greet twice Ann --as friend --json')).toBe(0);
  expect(out).toBe('{"amount":12,"who":"Ann"}\n');
});

test('an answer of no is exit code 1', async () => {
  expect(await run('greet twice nobody --as friend')).toBe(1);
});

test.each([
  ['greet twice', 'WHO is missing.'],
  ['greet twice Ann Bob --as friend', 'Unexpected word: Bob.'],
  ['greet twice Ann', 'Give --as <role>.'],
  ['greet twice Ann --as', 'Give --as <role>.'],
  ['greet twice Ann --as enemy', '--as cannot be "enemy". Right: friend, guest.'],
  ['greet twice Ann --as friend --times 10', '--times cannot be "10". Right: 1 … 9.'],
  ['greet twice Ann --as friend --times x', '--times cannot be "x". Right: 1 … 9.'],
  ['greet twice Ann --as friend --from yesterday', '--from cannot be "yesterday"'],
  ['greet twice Ann --as friend --from 2026-13-01', '--from cannot be "2026-13-01"'],
  ['greet twice Ann --as friend --loud=yes', '--loud takes no value.'],
  ['greet twice Ann --as friend --toString', 'There is no option --toString.'],
  ['greet twice Ann --as friend --lang de', '--lang cannot be "de". Right: fr, en.'],
])('%s is wrong usage, said in a sentence', async (words, sentence) => {
  expect(await run(words)).toBe(2);
  expect(err).toContain(sentence);
  expect(err).toContain('--help');
  expect(out).toBe('');
});

test('French by the environment, or when asked', async () => {
  await run('greet twice', { LANG: 'fr_FR.UTF-8' });
  expect(err).toContain('Il manque WHO.');
  err = '';
  await run('greet twice --lang fr', { LANG: 'en_GB.UTF-8' });
  expect(err).toContain('Il manque WHO.');
});

test('help is asked for anywhere and is no error', async () => {
  expect(await run('greet twice --help')).toBe(0);
  expect(out).toContain('greet twice WHO [options]');
  expect(out).toContain('--as <role>');
  expect(await run('--help')).toBe(0);
  expect(await run('greet --help')).toBe(0);
});

test('an unknown command, or none, shows what there is', async () => {
  expect(await run('dance now')).toBe(2);
  expect(err).toContain('There is no command dance.');
  expect(await run('greet thrice')).toBe(2);
  expect(err).toContain('There is no command greet thrice.');
  expect(await run('')).toBe(2);
  expect(out).toBe('');
});

test('a data folder wins over a database of the environment', async () => {
  await run('greet twice Ann --as friend', { DATABASE_URL: 'postgres://here/one' });
  expect(seen).toMatchObject({ database: 'postgres://here/one' });
  await run('greet twice Ann --as friend --data /tmp', { DATABASE_URL: 'postgres://here/one' });
  expect(seen).toMatchObject({ database: null });
  await run('greet twice Ann --as friend --database postgres://here/two', { DATABASE_URL: 'postgres://here/one' });
  expect(seen).toMatchObject({ database: 'postgres://here/two' });
});

test('faulty settings are wrong usage', async () => {
  expect(await run('greet twice Ann --as friend --database mysql://x')).toBe(2);
  expect(err).toContain('DATABASE_URL');
});

test('refusals and problems are sentences with what to do next, and JSON when asked', async () => {
  const field = { path: 'slug', rule: 'unique', message: { en: 'taken', fr: 'déjà pris' } };
  expect(await run('fail --lang fr --json', {}, [failing(new Refusal('already_exists', [field]))])).toBe(1);
  expect(err).toContain('Cela existe déjà.');
  expect(err).toContain('slug: déjà pris');
  expect(JSON.parse(out)).toMatchObject({ error: { code: 'already_exists', fields: [{ path: 'slug' }] } });
  const problem = new PlatformError({
    code: 'p',
    sentence: { en: 'It broke.', fr: 'Cassé.' },
    hint: { en: 'Mend it.', fr: 'Réparez.' },
    detail: 'evidence',
  });
  err = '';
  expect(await run('fail', {}, [failing(problem)])).toBe(1);
  expect(err).toBe('cordee: It broke. Mend it.\nevidence\n');
});

test('a fault shows its stack only when asked', async () => {
  const list = [failing(new Error('surprise', { cause: new Error('deeper') }))];
  expect(await run('fail', {}, list)).toBe(1);
  expect(err).toContain('surprise');
  expect(err).not.toContain('    at ');
  expect(await run('fail --verbose', {}, list)).toBe(1);
  expect(err).toContain('    at ');
  expect(err).toContain('deeper');
});

test('every command explains itself in both languages, on lines that fit', () => {
  expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
  for (const language of ['en', 'fr'] as const) {
    for (const command of commands) {
      const text = helpOf(command, language);
      expect(text).toContain(command.summary[language]);
      expect(overview(commands, language)).toContain(command.name);
      for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(160);
    }
  }
});
