import { expect, it } from 'vitest';
import { contextFor, makeSession } from '../../../test/app.ts';
import { DAY, type BookPartner, type Books, withBooks, withOwnBooks } from '../../../test/books.ts';
import { made, owe, payersOf, soon } from '../../../test/payday.ts';
import { rebuildProjections } from '../counting/index.ts';
import { followDebtsOf } from './verbs/follow-debts.ts';

/** A partner that was paid 50.00, and owes it after a refund. */
async function inDebt(books: Books, name: string): Promise<BookPartner> {
  const [partner] = await owe(books, [name]);
  if (partner === undefined) throw new Error('nobody owes');
  const payout = await books.done('payouts', { partnerId: partner.id, currency: 'EUR' });
  await books.done(`payouts/${String(payout['id'])}/confirmation`, undefined);
  await books.refund(`refund of ${name}`, `sale of ${name}`);
  return partner;
}

async function earn(books: Books, partner: BookPartner, eventId: string, amount: number): Promise<void> {
  await books.sale(eventId, partner, amount * 10);
  books.now += 11 * DAY;
  await books.release();
}

const day = (books: Books, days: number) => new Date(books.now + days * DAY).toISOString().slice(0, 10);
const reason = 'Orders came back after they were paid.';

function proposal(books: Books, { id }: BookPartner, more: object = {}) {
  const instalments = [20, 40].map((days) => ({ dueOn: day(books, days), amount: 2500 }));
  const terms = { kind: 'dated', instalments, graceDays: 5, breaksAfter: 1 };
  return { partnerId: id, currency: 'EUR', amount: 5000, terms, reason, ...more };
}

async function sound(books: Books): Promise<void> {
  expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
}

const follow = ({ db, workspace, now }: Books) => followDebtsOf({ db, now: () => now }, workspace.id);

it('a plan the company proposes is agreed to by the partner, kept back from payouts, and settled', () =>
  withBooks(async (books) => {
    const ana = await inDebt(books, 'Ana');
    const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid);
    expect(await books.balance(ana)).toMatchObject({ payable: -5000, paid: 5000 });
    expect((await books.get('debts')).json()).toMatchObject({
      items: [{ partnerId: ana.id, owed: 5000, underPlan: 0, planId: null }],
    });
    const plan = await books.done('debt-plans', proposal(books, ana));
    const path = `debt-plans/${String(plan['id'])}`;
    expect(plan).toMatchObject({ state: 'proposed', planned: 0, proposedBy: 'company' });
    expect((await books.post(`${path}/agreement`, undefined)).json()).toMatchObject({ code: 'conflict' });
    expect((await books.get('debts', session)).json()).toMatchObject({ items: [{ planState: 'proposed' }] });

    const agreed = await books.post(`${path}/agreement`, undefined, session);
    expect(agreed.json()).toMatchObject({ state: 'running', planned: 5000, owed: 5000, due: 0 });
    expect(await books.balance(ana)).toMatchObject({ payable: 0 });
    await sound(books);

    // What is due is kept back by the hour, as far as there is money; the rest when a payout is made.
    await earn(books, ana, 's2', 1000);
    await follow(books);
    expect((await books.get(path)).json()).toMatchObject({ keptBack: 0, due: 0 });
    books.now += 10 * DAY;
    await follow(books);
    expect((await books.get(path)).json()).toMatchObject({ keptBack: 1000, due: 1500, missed: 0 });
    await earn(books, ana, 's3', 9000);
    const [candidate] = (await books.get('payout-candidates?rail=outside')).json()['items'] as object[];
    const debt = { planId: plan['id'], planned: 5000, repaid: 1000 };
    expect(candidate).toMatchObject({ amount: 7500, keptBack: 1500, debt, reasons: [] });
    const { author } = await payersOf(books);
    const body = { rail: 'outside', executionDate: soon(books), remittance: 'x' };
    expect(await made(books, 'payout-batches', body, author)).toMatchObject({ lines: 1, amount: 7500 });
    expect((await books.get(path)).json()).toMatchObject({ keptBack: 2500, due: 0, owed: 2500 });
    expect(await books.balance(ana)).toMatchObject({ payable: 0, inPayout: 7500 });

    const paid = await books.done(`${path}/payments`, { amount: 2500, paidOn: day(books, 0), reference: 'Wire 7' });
    expect(paid).toMatchObject({ state: 'settled', owed: 0, paid: 2500 });
    expect(await books.balance(ana)).toMatchObject({ payable: 0, inPayout: 7500, paid: 2500 });
    expect((await books.get('debts')).json()).toMatchObject({ items: [] });
    await sound(books);
    const statement = await books.get(`partners/${ana.id}/statement?from=2026-01-01&to=2027-01-01&format=csv`, session, {
      'accept-language': 'fr',
    });
    expect(statement.text).toContain('dette mise sur échéancier');
    expect(statement.text).toContain('retenue pour une dette');
    const kept = (await books.get(path)).json()['movements'] as { kind: string; factId: string }[];
    expect(kept.map(({ kind }) => kind)).toEqual(['planned', 'kept_back', 'kept_back', 'paid']);
    const why = await books.get(`facts/${kept[1]?.factId ?? ''}/why`);
    expect(why.text).toContain('kept back for a debt');
    await rebuildProjections(contextFor(books.db, books.workspace.id));
    await sound(books);
  }));

it('a missed instalment is told of, breaks the plan by its rule, and the debt is back on the balance', () =>
  withBooks(async (books) => {
    const ben = await inDebt(books, 'Ben');
    const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', ben.uuid);
    const given = proposal(books, ben);
    const plan = await made(books, 'debt-plans', { ...given, terms: { ...given.terms, breaksAfter: 2 } }, session);
    const path = `debt-plans/${String(plan['id'])}`;
    expect((await books.post(`${path}/agreement`, undefined, session)).json()).toMatchObject({ code: 'conflict' });
    await books.done(`${path}/agreement`, undefined);
    books.now += 25 * DAY;
    await follow(books);
    expect((await books.get(path)).json()).toMatchObject({ state: 'running', missed: 0, due: 2500 });
    books.now += DAY;
    await follow(books);
    await follow(books);
    expect((await books.get(path)).json()).toMatchObject({ state: 'running', missed: 1 });
    books.now += 20 * DAY;
    await follow(books);
    expect((await books.get(path)).json()).toMatchObject({ state: 'broken', returned: 5000, owed: 0, endReason: 'missed' });
    expect(await books.balance(ben)).toMatchObject({ payable: -5000 });
    const audit = (await books.get('audit?limit=200')).json()['items'] as { action: string }[];
    expect(audit.filter(({ action }) => action === 'debt_plan.missed')).toHaveLength(1);
    expect(audit.filter(({ action }) => action === 'debt_plan.broken')).toHaveLength(1);
    await sound(books);
  }));

it('a part is waived by two people, in person; a plan ended gives back what is left', () =>
  withBooks(async (books) => {
    const cleo = await inDebt(books, 'Cleo');
    const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', cleo.uuid);
    const { author, approver } = await payersOf(books);
    const plan = await books.done('debt-plans', proposal(books, cleo));
    const path = `debt-plans/${String(plan['id'])}`;
    await made(books, `${path}/agreement`, undefined, session);
    expect((await books.post(`${path}/waiver`, { amount: 5001, reason }, author)).json()).toMatchObject({
      code: 'more_than_owed',
    });
    expect((await books.post(`${path}/waiver`, { amount: 1000, reason })).status).toBe(403);
    const asked = await made(books, `${path}/waiver`, { amount: 1000, reason }, author);
    expect(asked).toMatchObject({ owed: 5000, waiver: { amount: 1000, reason } });
    expect((await books.get(path, session)).json()).toMatchObject({ waiver: null });
    expect((await books.post(`${path}/waiver/approval`, undefined, author)).json()).toMatchObject({ code: 'same_person' });
    expect((await books.post(`${path}/waiver/approval`, undefined, session)).status).toBe(403);
    const waived = await made(books, `${path}/waiver/approval`, undefined, approver);
    expect(waived).toMatchObject({ waived: 1000, owed: 4000, waiver: null });
    expect(waived['instalments']).toMatchObject([{ amount: 2500 }, { amount: 1500 }]);
    expect((await books.post(`${path}/waiver/approval`, undefined, approver)).json()).toMatchObject({ code: 'conflict' });
    await made(books, `${path}/waiver`, { amount: 10, reason }, author);
    expect(await made(books, `${path}/waiver/refusal`, { reason: 'No.' }, author)).toMatchObject({ waiver: null, owed: 4000 });
    expect(await made(books, `${path}/end`, { reason: 'Paid at once instead.' }, author)).toMatchObject({
      state: 'ended',
      returned: 4000,
    });
    expect(await books.balance(cleo)).toMatchObject({ payable: -4000 });
    await sound(books);
  }));

it('proposals replace one another, wrong ones say what is wrong, and a new agreement takes over what is left', () =>
  withBooks(async (books) => {
    const dan = await inDebt(books, 'Dan');
    const other = await inDebt(books, 'Other');
    const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', dan.uuid);
    const wrong = async (more: object) => (await books.post('debt-plans', proposal(books, dan, more))).json();
    expect(await wrong({ amount: 6000 })).toMatchObject({ code: 'debt_terms_wrong', fields: [{ rule: 'sum' }] });
    const share = { kind: 'share', percent: 50, until: day(books, 100) };
    expect(await wrong({ amount: 6000, terms: share })).toMatchObject({ fields: [{ rule: 'more_than_debt' }] });
    expect(await wrong({ terms: { ...share, until: '2020-01-01' } })).toMatchObject({ fields: [{ rule: 'past' }] });
    expect(await wrong({ currency: 'USD' })).toMatchObject({ code: 'nothing_owed' });
    expect((await books.post('debt-plans', proposal(books, other), session)).status).toBe(403);

    const first = await books.done('debt-plans', proposal(books, dan));
    const second = await made(books, 'debt-plans', proposal(books, dan, { amount: 4000, terms: share }), session);
    expect((await books.get(`debt-plans/${String(first['id'])}`)).json()).toMatchObject({ state: 'replaced' });
    expect((await books.get(`debt-plans/${String(second['id'])}`)).json()).toMatchObject({ state: 'proposed' });
    await books.done(`debt-plans/${String(second['id'])}/agreement`, undefined);
    expect(await books.balance(dan)).toMatchObject({ payable: -1000 });

    // Half of a payout is kept back, and a new plan takes over what is left of the one that runs.
    await earn(books, dan, 's2', 3000);
    const payout = await books.done('payouts', { partnerId: dan.id, currency: 'EUR' });
    expect(payout).toMatchObject({ amount: 1000 });
    const third = await books.done('debt-plans', proposal(books, dan, { amount: 3000, terms: share }));
    await made(books, `debt-plans/${String(third['id'])}/agreement`, undefined, session);
    expect((await books.get(`debt-plans/${String(second['id'])}`)).json()).toMatchObject({
      state: 'replaced',
      keptBack: 1000,
      returned: 3000,
    });
    expect((await books.get(`debt-plans/${String(third['id'])}`)).json()).toMatchObject({ state: 'running', owed: 3000 });
    expect(await books.balance(dan)).toMatchObject({ payable: 0 });
    const declined = await books.done('debt-plans', proposal(books, other));
    const otherSession = await makeSession(books.app, books.db, books.workspace.id, 'partner', other.uuid);
    const path = `debt-plans/${String(declined['id'])}`;
    expect((await books.get(path, session)).status).toBe(404);
    expect((await books.post(`${path}/refusal`, { reason: 'No.' })).json()).toMatchObject({ code: 'conflict' });
    expect(await made(books, `${path}/refusal`, { reason: 'Too fast.' }, otherSession)).toMatchObject({ endReason: 'Too fast.' });
    await sound(books);
  }));

it('a debt in another currency has a plan of its own, and the end of the partnership makes the rest due', () =>
  withBooks(async (books) => {
    const [eve] = await owe(books, ['Eve'], 5000, { currency: 'USD' });
    if (eve === undefined) throw new Error('nobody');
    const payout = await books.done('payouts', { partnerId: eve.id, currency: 'USD' });
    await books.done(`payouts/${String(payout['id'])}/confirmation`, undefined);
    await books.refund('r', 'sale of Eve');
    const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', eve.uuid);
    const plan = await books.done('debt-plans', proposal(books, eve, { currency: 'USD' }));
    const path = `debt-plans/${String(plan['id'])}`;
    await made(books, `${path}/agreement`, undefined, session);
    await earn(books, eve, 'in euro', 4000);
    books.now += 10 * DAY;
    await follow(books);
    // Euros are not kept back for dollars.
    expect((await books.get(path)).json()).toMatchObject({ keptBack: 0, due: 2500 });
    await books.owner.query(`update partner set stage = 'ended' where workspace_id = $1 and id = $2`, [
      books.workspace.id,
      eve.uuid,
    ]);
    await follow(books);
    expect((await books.get(path)).json()).toMatchObject({ state: 'ended', endReason: 'partnership_ended', returned: 5000 });
    await sound(books);
  }));

it('what is kept back is a fact like others: altered rows are found', () =>
  withOwnBooks(async (books) => {
    const fay = await inDebt(books, 'Fay');
    const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', fay.uuid);
    const plan = await books.done('debt-plans', proposal(books, fay));
    await made(books, `debt-plans/${String(plan['id'])}/agreement`, undefined, session);
    await sound(books);
    await books.owner.query(`update posting set amount = amount - 1 where debit = 'planned_debt'`);
    expect((await books.verify()).differences).not.toEqual([]);
  }));
