import { PDF } from '@libpdf/core';
import { decodeId } from '@cordee/core/ids';
import { expect, it } from 'vitest';
import { contextFor } from '../../../test/app.ts';
import { type BookPartner, type Books, withOwnBooks } from '../../../test/books.ts';
import { made, owe } from '../../../test/payday.ts';
import { agreeToPlan } from '../debt/index.ts';

interface Told {
  readonly id: string;
  readonly movementCount: number;
  readonly debts: readonly Record<string, unknown>[];
  readonly movements: readonly { readonly kind: string; readonly debtPlanId: string | null }[];
}

const at = (day: string) => Date.parse(`${day}T09:00:00Z`);

async function statementOf(books: Books, month: string, partner: BookPartner): Promise<Told> {
  const { items } = (await books.get(`statements?period=${month}&partnerId=${partner.id}`)).json() as { items: Told[] };
  const [one] = items;
  if (one === undefined) throw new Error(`no statement of ${month}`);
  const read = (await books.get(`statements/${one.id}`)).json() as unknown as Told;
  expect(read.debts).toEqual(one.debts);
  return read;
}

async function file(books: Books, id: string, format: 'pdf' | 'csv', language: 'en' | 'fr'): Promise<Buffer> {
  const { fastify } = books.app;
  const headers = { authorization: `Bearer ${books.key}`, 'accept-language': language };
  const answer = await fastify.inject({ method: 'GET', url: `/api/v1/statements/${id}?format=${format}`, headers });
  expect(answer.statusCode).toBe(200);
  return answer.rawPayload;
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const pages = (await PDF.load(bytes)).extractText();
  return pages.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join(' ');
}

/** Paid 50.00 in January, refunded, and to be paid back in February and March. */
async function inDebt(books: Books, name: string): Promise<{ partner: BookPartner; plan: string }> {
  const [partner] = await owe(books, [name]);
  if (partner === undefined) throw new Error('nobody');
  const payout = await books.done('payouts', { partnerId: partner.id, currency: 'EUR' });
  await books.done(`payouts/${String(payout['id'])}/confirmation`, undefined);
  await books.refund(`refund of ${name}`, `sale of ${name}`);
  const instalments = ['2026-02-20', '2026-03-20'].map((dueOn) => ({ dueOn, amount: 2500 }));
  const terms = { kind: 'dated', instalments, graceDays: 5, breaksAfter: 3 };
  const body = { partnerId: partner.id, currency: 'EUR', amount: 5000, terms, reason: 'Refunds.' };
  return { partner, plan: String((await books.done('debt-plans', body))['id']) };
}

async function agree(books: Books, { partner, plan }: { partner: BookPartner; plan: string }): Promise<void> {
  const actor = { kind: 'user', userId: partner.uuid, role: 'partner', partnerId: partner.uuid } as const;
  const context = contextFor(books.db, books.workspace.id, { actor, now: () => (books.now += 1) });
  await agreeToPlan(context, decodeId('dpl', plan) ?? '');
}

const close = (books: Books, month: string) => books.done(`periods/${month}/closing`, undefined);

it('a statement tells of debts under a plan as they stood at its cut, and the same whatever happens later', () =>
  withOwnBooks(async (books) => {
    const ana = await inDebt(books, 'Ana');
    books.now = at('2026-02-03');
    await close(books, '2026-01');
    const january = await statementOf(books, '2026-01', ana.partner);
    expect(january).toMatchObject({ debts: [], closing: { payable: -5000 } });
    const plain = await file(books, january.id, 'csv', 'en');
    await agree(books, ana);
    await books.sale('s2', ana.partner, 10_000);
    books.now = at('2026-02-21');
    await books.release();
    const payout = await books.post('payouts', { partnerId: ana.partner.id, currency: 'EUR' });
    expect(payout.json()).toMatchObject({ code: 'nothing_payable' });
    await made(books, `debt-plans/${ana.plan}/payments`, { amount: 1000, paidOn: '2026-02-21', reference: 'Wire 7' });
    books.now = at('2026-03-02');
    // Told of before February is cut, and of March all the same.
    await made(books, `debt-plans/${ana.plan}/payments`, { amount: 100, paidOn: '2026-03-02', reference: 'Wire 8' });
    await close(books, '2026-02');

    const february = await statementOf(books, '2026-02', ana.partner);
    expect(february.debts).toEqual([
      {
        planId: ana.plan,
        agreedOn: '2026-02-03',
        percent: null,
        opening: 0,
        planned: 5000,
        keptBack: 0,
        paid: 1000,
        waived: 0,
        returned: 0,
        closing: 4000,
        due: 1500,
        missed: 1,
        next: { dueOn: '2026-02-20', amount: 1500 },
      },
    ]);
    const byPlan = february.movements.filter(({ debtPlanId }) => debtPlanId === ana.plan).map(({ kind }) => kind);
    expect(byPlan).toEqual(['debt_planned', 'debt_paid']);
    const csv = await file(books, february.id, 'csv', 'fr');
    const lines = csv.toString().split('\r\n');
    expect(lines[0]).toMatch(/;versé;échéancier;dû à ce titre$/);
    expect(lines[1]).toMatch(/solde initial;;;;;EUR;.*;;0,00$/);
    expect(lines.find((line) => line.includes('dette remboursée'))).toMatch(new RegExp(`${ana.plan};-10,00$`));
    expect(lines.slice(-4, -1)).toEqual([
      expect.stringMatching(/2026-02-28;solde final;.*;;40,00$/),
      `2026-02-0001;2026-02-28;dû au titre de l’échéancier;;;;;EUR;;;;;${ana.plan};40,00`,
      `2026-02-0001;2026-02-20;prochaine échéance;;;;;EUR;;;;;${ana.plan};15,00`,
    ]);
    const paper = await file(books, february.id, 'pdf', 'fr');
    const french = await textOf(paper);
    expect(french).toContain('Dettes sur échéancier');
    expect(french).toMatch(/Échéancier du 3 février 2026.*0,00 €.*40,00 €.*40,00 €/);
    expect(french).toMatch(/payé par le partenaire 10,00 €/);
    expect(french).toMatch(/échu et non remboursé 15,00 € · prochaine échéance 15,00 €, le 20 février 2026/);

    await made(books, `debt-plans/${ana.plan}/payments`, { amount: 1400, paidOn: '2026-03-02', reference: 'Wire 9' });
    books.now = at('2026-04-02');
    await close(books, '2026-03');
    const march = await statementOf(books, '2026-03', ana.partner);
    expect(march.debts).toMatchObject([{ opening: 4000, paid: 1500, closing: 2500, due: 2500, next: { dueOn: '2026-03-20' } }]);
    expect(await statementOf(books, '2026-02', ana.partner)).toEqual(february);
    expect((await file(books, february.id, 'csv', 'fr')).equals(csv)).toBe(true);
    expect((await file(books, february.id, 'pdf', 'fr')).equals(paper)).toBe(true);
    // Drawn for the first time after March: as of February.
    expect(await textOf(await file(books, february.id, 'pdf', 'en'))).toMatch(/due and not paid back €15\.00/);
    expect((await file(books, january.id, 'csv', 'en')).equals(plain)).toBe(true);
    expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
  }));

it('who owes under a plan has a statement of a month in which nothing moved; months closed before stay as they were', () =>
  withOwnBooks(async (books) => {
    const ben = await inDebt(books, 'Ben');
    await agree(books, ben);
    books.now = at('2026-02-03');
    await close(books, '2026-01');
    const january = await statementOf(books, '2026-01', ben.partner);
    expect(january.debts).toMatchObject([{ planned: 5000, closing: 5000, next: { dueOn: '2026-02-20', amount: 2500 } }]);
    books.now = at('2026-03-03');
    await close(books, '2026-02');
    const february = await statementOf(books, '2026-02', ben.partner);
    expect(february).toMatchObject({
      movementCount: 0,
      closing: { payable: 0 },
      debts: [{ opening: 5000, closing: 5000, missed: 1 }],
    });
    expect(await textOf(await file(books, february.id, 'pdf', 'en'))).toContain('Nothing moved in this month.');

    // As if January had been closed by a version that told nothing of plans.
    await books.owner.query(`update period_closing set tells_debts = false where month = '2026-01'`);
    const told = await statementOf(books, '2026-01', ben.partner);
    expect(told).toEqual({ ...january, debts: [], movements: january.movements.map((one) => ({ ...one, debtPlanId: null })) });
    expect((await file(books, january.id, 'csv', 'en')).toString()).not.toContain('owed under it');
    expect(await textOf(await file(books, january.id, 'pdf', 'en'))).not.toContain('Debts under a payment plan');
    expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
  }));
