import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { opens, type Answers } from '@cordee/core/qualification';
import { afterAll, expect, test } from 'vitest';
import { makeSession } from '../../test/app.ts';
import { withOwnBooks } from '../../test/books.ts';
import { commands } from './commands.ts';
import { runCli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'cordee-qualification-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const SECRET = 'a secret of this installation';
const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

test('a qualification is listed, shown and, once revealed, exported so that its seals can be computed again', () =>
  withOwnBooks(
    async (books) => {
      const say = async (...words: string[]) => {
        let out = '';
        const stdout = { isTTY: false, write: (text: string) => ((out += text), true) };
        const env = { DATABASE_URL: books.url, CORDEE_DATA: folder, CORDEE_SECRET: SECRET };
        const code = await runCli(commands, words, { stdout, stderr: stdout, env, clock: () => books.now });
        return { code, out };
      };
      const ana = await books.partner('Ana');
      const as = await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid);
      const { id: questionnaireId } = await books.done('questionnaires', { template: 'referrer' });
      const version = await books.done(`questionnaires/${String(questionnaireId)}/publication`, undefined);
      const { id } = await books.done('qualifications', { partnerId: ana.id, questionnaireId });
      const draft = { answers: { 'goals.success': 'Nobody may read this yet' } };
      await books.app.call('PUT', `/api/v1/qualifications/${String(id)}/answers`, { as: books.key, body: draft });
      const file = join(folder, 'revealed.json');
      expect(await say('qualification', 'export', String(id), file)).toMatchObject({ code: 1 });
      const before = await say('qualification', 'show', String(id), '--json');
      expect([before.code, before.out.includes('Nobody may read')]).toEqual([0, false]);

      await books.post(`qualifications/${String(id)}/seal`, { answers: { 'exit.notice': 1 } });
      await books.post(`qualifications/${String(id)}/seal`, { answers: { 'exit.notice': 6 } }, as);
      expect((await say('qualification', 'list', '--lang', 'fr')).out).toMatch(/qlf_\S+ +Ana .+ v1 +révélée +✓ ✓/);
      expect((await say('qualification', 'list', '--state', 'open', '--json')).out.trim()).toBe('[]');
      const shown = await say('qualification', 'show', String(id));
      expect(shown.out).toMatch(/exit\.notice +far apart/);
      expect(shown.out).toContain('“1 month”');
      expect((await say('qualification', 'export', String(id), file)).code).toBe(0);
      const kept = JSON.parse(readFileSync(file, 'utf8')) as {
        sides: Record<string, { seal: string }>;
        revealed: { answers: Record<string, Answers>; nonces: Record<string, string> };
      };
      const { published } = version as unknown as { published: { hash: string } };
      for (const side of ['company', 'partner'] as const) {
        const [nonce = '', answers = {}] = [kept.revealed.nonces[side], kept.revealed.answers[side]];
        const sealed = { roundId: String(id), questionnaireHash: published.hash, side, nonce, answers };
        expect(opens(kept.sides[side]?.seal ?? '', sealed, hash)).toBe(true);
      }
    },
    {},
    {},
    { masterKey: createHash('sha256').update(SECRET).digest() },
  ));

test('what is no id is said to be none', async () => {
  let out = '';
  const stdout = { isTTY: false, write: (text: string) => ((out += text), true) };
  const env = { CORDEE_DATA: folder, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
  const code = await runCli(commands, ['qualification', 'list', '--partner', 'ana'], {
    stdout,
    stderr: stdout,
    env,
    clock: () => 0,
  });
  expect([code, out]).toEqual([2, expect.stringContaining('prt_')]);
});
