import { decodeId } from '@cordee/core/ids';
import { describe, expect, test } from 'vitest';
import { DAY, START, withBooks, withOwnBooks, type Books } from '../../../../test/books.ts';
import { contextFor } from '../../../../test/app.ts';
import { exportHledger } from '../../ledger/index.ts';
import { rebuildProjections } from '../verbs/rebuild-projections.ts';
import { simulatePlan } from '../queries/simulate-plan.ts';
import { verifyWorkspace } from '../queries/verify-workspace.ts';
import { verifyInThreads } from './threads/in-threads.ts';

/** Sales, a partial refund, a release, a refund after it, a payout, a dispute. */
async function someHistory(books: Books) {
  const anna = await books.partner('Anna Dubois');
  const ben = await books.partner('Ben Martin');
  await books.sale('s1', anna, 10_000);
  await books.sale('s2', ben, 33_333);
  await books.refund('r1', 's1', { amount: 2_500 });
  books.now += 11 * DAY;
  await books.release();
  await books.refund('r2', 's2', { amount: 11_111 });
  const payout = await books.done('payouts', { partnerId: anna.id, currency: 'EUR' });
  await books.done(`payouts/${String(payout['id'])}/confirmation`, {});
  await books.sale('s3', anna, 4_000);
  await books.done('track/refund', { eventId: 'd1', saleEventId: 's3', reason: 'dispute_opened' });
  return { anna, ben };
}

const tamperings = [
  ['a fact', `update fact_0 set amount = amount + 1 where seq = 2`, 'fact chain', 2n],
  ['a posting', `update posting_0 set amount = amount + 1 where fact_seq = 1`, 'posting', 1n],
  ['a transaction', `update ledger_transaction_0 set kind = 'reversal' where fact_seq = 2`, 'ledger_transaction', 2n],
  ['a commission', `update commission_0 set amount = amount + 1 where fact_seq = 2`, 'commission', 2n],
  ['a reason', `update decision_0 set unpaid = 'bot' where fact_seq = 1`, 'decision', 1n],
  ['a removed reversal', `delete from reversal_0 where fact_seq = 3`, 'reversal', 3n],
  ['a payment', `update commission_0 set status = 'payable', payout_seq = null where fact_seq = 1`, 'state of commission 0', 1n],
  ['the payout of a commission', `update commission_0 set payout_seq = 7 where fact_seq = 1`, 'state of commission 0', 1n],
  ['a reversed part', `update commission_0 set reversed = reversed + 1 where fact_seq = 2`, 'state of commission 0', 2n],
] as const;

describe('verify', () => {
  test('finds nothing to say about sound books, and counts what it looked at', () =>
    withBooks(async (books) => {
      await someHistory(books);
      const result = await books.verify();
      expect(result).toMatchObject({ facts: 9, ledgerBalanced: true, differences: [], moreDifferences: 0 });
      expect(result.transactions).toBe(8);
    }));

  test.each(tamperings)('names the fact at which %s was altered', (_, statement, check, seq) =>
    withBooks(async (books) => {
      await someHistory(books);
      await books.owner.query(statement);
      const result = await books.verify();
      expect(result.differences).toContainEqual(expect.objectContaining({ check, factSeq: seq }));
    }),
  );

  test('sees a state that no sum shows, and nothing else in it', () =>
    withBooks(async (books) => {
      await someHistory(books);
      await books.owner.query(`update commission_0 set status = 'payable', payout_seq = null where fact_seq = 1`);
      const { differences } = await books.verify();
      expect(differences).toEqual([
        { check: 'state of commission 0', factSeq: 1n, expected: 'paid 250 6 \\N', found: 'payable 250 \\N \\N' },
      ]);
    }));
});

describe('in threads of its own', () => {
  const everything = 0n;

  test('a verification finds what it finds here, tells how far it is, and fails where it cannot begin', () =>
    withBooks(async (books) => {
      await someHistory(books);
      const context = contextFor(books.db, books.workspace.id);
      const told: [number, number][] = [];
      const sound = await verifyWorkspace(context, (...progress) => told.push(progress), everything);
      expect(sound).toEqual(await verifyWorkspace(context));
      expect(sound).toMatchObject({ facts: 9, transactions: 8, differences: [] });
      expect(told).toEqual([[9, 9]]);

      for (const [, statement] of tamperings.slice(0, 7)) await books.owner.query(statement);
      const altered = await verifyWorkspace(context, undefined, everything);
      expect(altered).toEqual(await verifyWorkspace(context));
      expect(altered.differences.length).toBeGreaterThan(6);

      const terms = { workspaceId: '', zone: '', currency: '', ...noTerms };
      const place = { database: { url: books.url }, snapshot: '00000000-00000000-1', workspaceId: books.workspace.id };
      await expect(verifyInThreads(place, terms).done).rejects.toThrow('snapshot');
    }));

  test('a simulation gives what it gives here', () =>
    withBooks(async (books) => {
      await someHistory(books);
      const context = contextFor(books.db, books.workspace.id);
      const [program] = ((await books.get('programs')).json() as { items: { planId: string }[] }).items;
      const period = { from: START - DAY, to: START + 100 * DAY };
      const planId = decodeId('pln', program?.planId ?? '') ?? '';
      const here = await simulatePlan(context, planId, period);
      expect(here).toMatchObject({ facts: 9, totals: [{ current: 3372n, simulated: 3372n }] });
      expect(await simulatePlan(context, planId, period, undefined, everything)).toEqual(here);
    }));
});

const noTerms = { programs: new Map(), enrollments: new Map(), codes: new Map(), coupons: new Map() };

test('replay puts right what is derived, and nothing else', () =>
  withOwnBooks(async (books) => {
    const { anna } = await someHistory(books);
    const before = await books.owner.query(`select fact_seq, number, status, reversed, payout_seq from commission order by 1, 2`);
    const balance = await books.balance(anna);
    await books.owner.query(`update commission_0 set status = 'pending', reversed = 0, payout_seq = null`);
    await books.owner.query(`delete from counter`);
    const context = contextFor(books.db, books.workspace.id);
    const rebuilt = await rebuildProjections(context);
    expect(rebuilt).toMatchObject({ facts: 9, commissions: 3 });
    expect(
      await books.owner.query(`select fact_seq, number, status, reversed, payout_seq from commission order by 1, 2`),
    ).toEqual(before);
    expect(await books.balance(anna)).toEqual(balance);
    expect(await verifyWorkspace(context)).toMatchObject({ differences: [], ledgerBalanced: true });
    expect(await rebuildProjections(context)).toMatchObject({ commissions: 0 });
  }));

test('a simulation tells who gains and who loses, and writes nothing', () =>
  withBooks(async (books) => {
    const { anna, ben } = await someHistory(books);
    const plans = (await books.get(`programs/${books.programId}/plans`)).json() as { items: { id: string }[] };
    const planId = plans.items[0]?.id ?? '';
    const plan = (await books.get(`plans/${planId}`)).json() as { versions: { document: Record<string, unknown> }[] };
    const document = {
      ...plan.versions[0]?.document,
      rules: [{ id: 'sale', on: 'sale', reward: { kind: 'percent', rate: '20%' } }],
    };
    const facts = await books.owner.query(`select count(*) from decision`);
    const answer = await books.done(`plans/${planId}/simulations`, {
      document,
      from: new Date(START - DAY).toISOString(),
      to: new Date(START + 100 * DAY).toISOString(),
    });
    const half = (id: string) =>
      (answer['partners'] as { partnerId: string; current: number; simulated: number }[]).find((row) => row.partnerId === id);
    expect(half(anna.id)).toMatchObject({ current: 750 + 400, simulated: 1500 + 800 });
    expect(half(ben.id)).toMatchObject({ current: 2222, simulated: 4445 });
    expect(answer['totals']).toEqual([{ currency: 'EUR', current: 3372, simulated: 6745, difference: 3373 }]);
    expect(await books.owner.query(`select count(*) from decision`)).toEqual(facts);
  }));

test('the journal for hledger holds every transaction and sums to zero', () =>
  withBooks(async (books) => {
    await someHistory(books);
    let journal = '';
    const transactions = await exportHledger(contextFor(books.db, books.workspace.id), (text) => (journal += text));
    expect(transactions).toBe(8);
    const cents = [...journal.matchAll(/ {2}(-?\d+)\.(\d\d) EUR$/gm)].map(([, whole, part]) => BigInt(`${whole}${part}`));
    expect(cents.length).toBeGreaterThan(16);
    expect(cents.reduce((sum, amount) => sum + amount, 0n)).toBe(0n);
  }));
