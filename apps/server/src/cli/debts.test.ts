import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { contextFor, makeSession, TEST_ORIGIN } from '../../test/app.ts';
import { type Books, withOwnBooks } from '../../test/books.ts';
import { made, owe } from '../../test/payday.ts';
import { addMember } from '../modules/identity/index.ts';
import { commands } from './commands.ts';
import { runCli } from './run-cli.ts';

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly json: Record<string, unknown>;
}

async function say(books: Books, folder: string, ...words: string[]): Promise<Said> {
  let out = '';
  let err = '';
  const code = await runCli(commands, words, {
    stdout: { write: (text) => void (out += text) },
    stderr: { write: (text) => void (err += text) },
    env: { CORDEE_DATA: folder, CORDEE_SECRET: 'a secret of sixteen and more', DATABASE_URL: books.url },
    clock: () => (books.now += 1),
  });
  return { code, out, err, json: words.includes('--json') ? (JSON.parse(out) as Record<string, unknown>) : {} };
}

const day = (books: Books, days: number) => new Date(books.now + days * 86_400_000).toISOString().slice(0, 10);

/** Ana was paid 50.00 and owes it; the people who act. */
async function prepare(books: Books) {
  const [ana] = await owe(books, ['Ana']);
  if (ana === undefined) throw new Error('nobody');
  const payout = await books.done('payouts', { partnerId: ana.id, currency: 'EUR' });
  await books.done(`payouts/${String(payout['id'])}/confirmation`, undefined);
  await books.refund('back', 'sale of Ana');
  const context = contextFor(books.db, books.workspace.id);
  const people = { baseUrl: TEST_ORIGIN, partnerExists: async () => true };
  for (const [email, role] of [
    ['one@acme.example', 'finance'],
    ['two@acme.example', 'owner'],
    ['viewer@acme.example', 'viewer'],
  ] as const) {
    await addMember(context, { email, name: email, role }, people);
  }
  await addMember(context, { email: 'ana@ana.example', name: 'Ana', role: 'partner', partnerId: ana.uuid }, people);
  return { ana, session: await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid) };
}

it('debts from the command line: listed, proposed in three ways, paid, waived by two, ended; once under one key', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cordee-debts-'));
  await withOwnBooks(async (books) => {
    const { ana, session } = await prepare(books);
    const run = (...words: string[]) => say(books, folder, ...words);
    const by = (who: string) => ['--by', `${who}@acme.example`];
    expect((await run('debts', 'list')).out).toMatch(new RegExp(`Ana +€50\\.00 +€0\\.00 +€0\\.00 +— +${ana.id}`));
    expect((await run('debts', 'list', '--partner', 'ana')).code).toBe(2);

    const base = ['debts', 'propose', ana.id, '--reason', 'Orders came back.', '--amount', '50,00'];
    // One way, and one person of the company.
    expect(await run(...base, ...by('one'))).toMatchObject({ code: 2, err: expect.stringContaining('--instalment') });
    expect((await run(...base, ...by('one'), '--months', '2')).code).toBe(2);
    expect((await run(...base, ...by('one'), '--instalment', 'soon=1')).code).toBe(2);
    const months = ['--months', '3', '--first', day(books, 20)];
    expect(await run(...base, ...months, '--by', 'ana@ana.example')).toMatchObject({
      code: 2,
      err: expect.stringContaining('portal'),
    });
    expect(await run(...base, ...months, ...by('viewer'), '--json')).toMatchObject({
      code: 1,
      json: { error: { code: 'forbidden' } },
    });
    expect((await run(...base, ...months, ...by('one'), '--json')).json['instalments']).toMatchObject([
      { amount: 1667 },
      { amount: 1667 },
      { amount: 1666 },
    ]);
    const short = ['--instalment', `${day(books, 20)}=20.00`, '--instalment', `${day(books, 30)}=20`];
    expect(await run(...base, ...short, ...by('one'), '--json')).toMatchObject({
      code: 1,
      json: { error: { code: 'debt_terms_wrong', fields: [{ rule: 'sum' }] } },
    });
    const share = ['--share', '30', '--until', day(books, 90), '--grace', '5', '--breaks-after', '1', '--goes-on'];
    const shared = await run(...base, ...share, ...by('one'), '--json', '--key', 'k-1');
    expect(shared.json).toMatchObject({ state: 'proposed', terms: { percent: 30, graceDays: 5, onLeaving: 'goes_on' } });
    const again = await run(...base, ...share, ...by('one'), '--json', '--key', 'k-1');
    expect(again.json['id']).toBe(shared.json['id']);
    expect(await run(...base, ...months, ...by('one'), '--json', '--key', 'k-1')).toMatchObject({
      json: { error: { code: 'idempotency_conflict' } },
    });
    expect(await run('debts', 'withdraw', String(shared.json['id']), ...by('two'), '--json')).toMatchObject({
      json: { state: 'withdrawn' },
    });

    const own = ['--instalment', `${day(books, 20)}=20.00`, '--instalment', `${day(books, 30)}=30`];
    const plan = String((await run(...base, ...own, ...by('one'), '--json')).json['id']);
    expect(await run('debts', 'agree', plan, ...by('two'), '--json')).toMatchObject({
      code: 1,
      json: { error: { code: 'conflict' } },
    });
    await made(books, `debt-plans/${plan}/agreement`, undefined, session);
    const pay = ['debts', 'record-payment', plan, '--amount', '15.50', '--reference', 'Wire 7', ...by('one'), '--json'];
    expect(await run(...pay, '--day', day(books, 2))).toMatchObject({ code: 1, json: { error: { code: 'conflict' } } });
    for (const _ of [1, 2]) {
      const paid = await run(...pay, '--day', day(books, 0), '--key', 'wire-7');
      expect(paid).toMatchObject({ code: 0, json: { paid: 1550, owed: 3450 } });
    }
    expect(
      await run(
        'debts',
        'record-payment',
        plan,
        '--amount',
        '99',
        '--day',
        day(books, 0),
        '--reference',
        'x',
        ...by('one'),
        '--json',
      ),
    ).toMatchObject({ json: { error: { code: 'more_than_owed' } } });
    const waive = ['debts', 'waive', plan, '--amount', '10', '--reason', 'A gesture.', ...by('one')];
    expect((await run(...waive)).out).toContain('A waiver of €10.00 waits');
    expect(await run('debts', 'approve-waiver', plan, ...by('one'), '--json')).toMatchObject({
      json: { error: { code: 'same_person' } },
    });
    expect((await run('debts', 'approve-waiver', plan, ...by('two'), '--json')).json).toMatchObject({ waived: 1000 });
    await run(...waive);
    const refused = await run('debts', 'refuse-waiver', plan, '--reason', 'No.', ...by('two'), '--json');
    expect(refused.json).toMatchObject({ waiver: null, waived: 1000 });
    const shown = (await run('debts', 'show', plan, '--lang', 'fr')).out;
    expect(shown).toMatch(/en cours\n50,00\s€, reste 24,50\s€ · des montants à des dates\nOrders came back\./);
    expect(shown).toMatch(/payé par le partenaire +15,50\s€ +Wire 7/);
    expect((await run('debts', 'plans', '--state', 'running')).out).toMatch(
      new RegExp(`${plan} +Ana +running +€50\\.00 +€24\\.50`),
    );
    expect((await run('debts', 'end', plan, '--reason', 'At once.', ...by('two'), '--json')).json).toMatchObject({
      state: 'ended',
      returned: 2450,
    });

    // What a partner proposes is the company's to answer.
    const terms = { kind: 'share', percent: 50, until: day(books, 60) };
    const asked = { partnerId: ana.id, currency: 'EUR', amount: 2450, terms, reason: 'Slower, please.' };
    const first = await made(books, 'debt-plans', asked, session);
    expect(
      (await run('debts', 'decline', String(first['id']), '--reason', 'Too slow.', ...by('one'), '--json')).json,
    ).toMatchObject({ state: 'declined', endReason: 'Too slow.' });
    const second = await made(books, 'debt-plans', asked, session);
    expect((await run('debts', 'agree', String(second['id']), ...by('one'), '--json')).json).toMatchObject({ state: 'running' });
    expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
  });
  rmSync(folder, { recursive: true, force: true });
});
