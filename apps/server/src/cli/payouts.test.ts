import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { contextFor, TEST_ORIGIN } from '../../test/app.ts';
import { type Books, withOwnBooks } from '../../test/books.ts';
import { owe, payersOf, putDestination, soon } from '../../test/payday.ts';
import { addMember } from '../modules/identity/index.ts';
import { readMasterKey } from '../platform/crypto/index.ts';
import { commands } from './commands.ts';
import { runCli } from './run-cli.ts';

const SECRET = 'a secret of sixteen and more';

async function say(books: Books, folder: string, ...words: string[]) {
  let out = '';
  let err = '';
  const code = await runCli(commands, words, {
    stdout: { write: (text) => void (out += text) },
    stderr: { write: (text) => void (err += text) },
    env: { CORDEE_DATA: folder, CORDEE_SECRET: SECRET, DATABASE_URL: books.url },
    clock: () => (books.now += 1),
  });
  return { code, out, err, json: words.includes('--json') ? (JSON.parse(out) as Record<string, unknown>) : {} };
}

it('pays from the command line: by people, four eyes, files into a folder, answers read, paid outside', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cordee-payouts-'));
  const masterKey = readMasterKey(SECRET, folder);
  await withOwnBooks(
    async (books) => {
      const [ana] = await owe(books, ['Ana', 'Ben']);
      const payers = await payersOf(books);
      await putDestination(books, payers, `partners/${ana?.id ?? ''}/payout-destinations`, {
        rail: 'paypal',
        holder: 'Ana',
        recipient: 'ana@example.com',
      });
      const people = { baseUrl: TEST_ORIGIN, partnerExists: async () => true };
      for (const [email, role] of [
        ['one@acme.example', 'finance'],
        ['two@acme.example', 'owner'],
        ['viewer@acme.example', 'viewer'],
      ] as const) {
        await addMember(contextFor(books.db, books.workspace.id), { email, name: email, role }, people);
      }
      const run = (...words: string[]) => say(books, folder, ...words);

      const candidates = await run('payouts', 'candidates', '--rail', 'paypal');
      expect(candidates).toMatchObject({ code: 0, err: '' });
      expect(candidates.out).toMatch(/Ana +€50\.00 +a•••@example\.com +can be paid +prt_/);
      expect(candidates.out).toMatch(/Ben +€50\.00 +— +no_account/);
      expect((await run('payouts', 'candidates', '--currency', 'USD')).code).toBe(2);
      expect((await run('payouts', 'candidates', '--help', '--lang', 'fr')).out).toContain('Qui peut être payé maintenant');

      const making = ['payouts', 'make', '--rail', 'paypal', '--text', 'November', '--day', soon(books), '--json'];
      expect((await run(...making)).code).toBe(2);
      expect((await run(...making, '--by', 'nobody@acme.example')).code).toBe(2);
      expect(await run(...making, '--by', 'viewer@acme.example')).toMatchObject({
        code: 1,
        json: { error: { code: 'forbidden' } },
      });
      const made = await run(...making, '--by', 'one@acme.example');
      expect(made).toMatchObject({ code: 0, json: { lines: 1, amount: 5000, state: 'waiting', rail: 'paypal' } });
      const batch = String(made.json['id']);

      expect(await run('payouts', 'file', batch, '--folder', folder)).toMatchObject({ code: 1 });
      const approve = ['payouts', 'approve', batch, '--json'];
      expect(await run(...approve, '--by', 'one@acme.example')).toMatchObject({
        code: 1,
        json: { error: { code: 'same_person' } },
      });
      expect(await run(...approve, '--by', 'Two@acme.example')).toMatchObject({ code: 0, json: { state: 'approved' } });
      expect((await run('payouts', 'batches')).out).toMatch(new RegExp(`${batch} +approved +paypal +1 +€50\\.00`));

      const path = join(folder, `${batch}.csv`);
      expect(await run('payouts', 'file', batch, '--folder', folder)).toMatchObject({ code: 0, out: `${path}\n` });
      const file = readFileSync(path, 'utf8');
      const line = /pay_\w{26}/.exec(file)?.[0] ?? '';
      expect(file).toBe(`ana@example.com,50.00,EUR,${line},November,PAYPAL\r\n`);
      expect(await run('payouts', 'sent', batch, '--by', 'one@acme.example')).toMatchObject({ code: 0 });
      const results = join(folder, 'results.csv');
      writeFileSync(results, `reference,status\n${line},Completed\n`);
      const read = await run('payouts', 'read', results, '--by', 'one@acme.example', '--json');
      expect(read).toMatchObject({ code: 0, json: { lines: [{ outcome: 'paid' }] } });
      expect(await run('payouts', 'read', join(folder, 'none.csv'), '--by', 'one@acme.example')).toMatchObject({ code: 2 });

      const outside = await run('payouts', 'make', '--rail', 'outside', '--text', 'x', '--by', 'one@acme.example', '--json');
      const other = String(outside.json['id']);
      await run('payouts', 'approve', other, '--by', 'two@acme.example');
      const pay = ['payouts', 'paid-outside', other, '--reference', 'Wire 1', '--by', 'one@acme.example', '--json'];
      expect((await run(...pay, '--day', 'yesterday')).code).toBe(2);
      expect(await run(...pay, '--day', '2026-01-20')).toMatchObject({
        code: 0,
        json: { state: 'closed', progress: { paid: 1 } },
      });
      expect(await run(...pay, '--day', '2026-01-20')).toMatchObject({ code: 1, json: { error: { code: 'conflict' } } });
      expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
    },
    {},
    {},
    { masterKey },
  );
  rmSync(folder, { recursive: true, force: true });
});
