import { decodeId } from '@cordee/core/ids';
import { expect, it } from 'vitest';
import { type BookPartner, type Books, DAY, withOwnBooks } from '../../../test/books.ts';
import {
  asking,
  day,
  inDebt,
  insist,
  insistAtOnce,
  keptOf,
  person,
  proposal,
  running,
  sound,
} from '../../../test/crashing-debts.ts';
import type { Database } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { newUuid } from '../../platform/uuid.ts';
import { agreeToPlan } from './verbs/answer-plan.ts';
import { followDebtsOf } from './verbs/follow-debts.ts';
import { endPlan, recordPayment } from './verbs/pay-debt.ts';
import { proposePlan } from './verbs/propose-plan.ts';
import { approveWaiver, askWaiver } from './verbs/waive-debt.ts';

const uuidOf = (id: string) => decodeId('dpl', id) ?? '';
const planOf = async (books: Books, id: string) => (await books.get(`debt-plans/${id}`)).json();

it('a plan is proposed once and agreed to once, whenever the process dies', () =>
  withOwnBooks(async (books) => {
    const [ana] = (await inDebt(books, ['Ana'])) as [BookPartner];
    const body = proposal(books, ana);
    const propose = asking(books, { as: person(books, 'finance'), key: 'propose' });
    const proposed = await insistAtOnce(books, (db) => proposePlan(propose(db), body));
    if (proposed instanceof Refusal) throw proposed;
    expect(await planOf(books, proposed.id)).toMatchObject({ state: 'proposed', amount: 5000 });
    expect((await books.get('debt-plans')).json()['items']).toHaveLength(1);

    const agree = asking(books, { as: { kind: 'user', userId: newUuid(books.now), role: 'partner', partnerId: ana.uuid } });
    const agreed = await insistAtOnce(books, (db) => agreeToPlan(agree(db), uuidOf(proposed.id)));
    expect(agreed).toMatchObject({ code: 'conflict', fields: [{ rule: 'state' }] });
    expect(await planOf(books, proposed.id)).toMatchObject({ state: 'running', planned: 5000, movements: [{ kind: 'planned' }] });
    expect(await books.balance(ana)).toMatchObject({ payable: 0 });
    await sound(books);
  }));

it('a payment, a waiver by two and an end are what they are once', () =>
  withOwnBooks(async (books) => {
    const [ana] = (await inDebt(books, ['Ana'])) as [BookPartner];
    const id = await running(books, ana);
    const payment = { amount: 1200, paidOn: day(books, 0), reference: 'Wire 7' };
    const pay = asking(books, { as: person(books, 'finance'), key: 'pay' });
    expect(await insistAtOnce(books, (db) => recordPayment(pay(db), uuidOf(id), payment))).toMatchObject({ paid: 1200n });
    const ask = asking(books, { as: person(books, 'finance'), key: 'ask' });
    const waiver = { amount: 800, reason: 'A gesture.' };
    expect(await insistAtOnce(books, (db) => askWaiver(ask(db), uuidOf(id), waiver))).toMatchObject({ waiver: { amount: 800n } });
    const approve = asking(books, { as: person(books, 'owner') });
    expect(await insistAtOnce(books, (db) => approveWaiver(approve(db), uuidOf(id)))).toMatchObject({ code: 'conflict' });
    expect(await planOf(books, id)).toMatchObject({ paid: 1200, waived: 800, owed: 3000, waiver: null });
    const end = asking(books, { as: person(books, 'owner') });
    expect(await insistAtOnce(books, (db) => endPlan(end(db), uuidOf(id), 'At once.'))).toMatchObject({ code: 'conflict' });
    expect(await planOf(books, id)).toMatchObject({ state: 'ended', returned: 3000, owed: 0 });
    expect(await books.balance(ana)).toMatchObject({ payable: -3000 });
    await sound(books);
  }));

it('the clock keeps back, tells of what is missed and breaks, each once, however often it dies between two plans', () =>
  withOwnBooks(async (books) => {
    const [ana, ben] = (await inDebt(books, ['Ana', 'Ben'])) as [BookPartner, BookPartner];
    const plans = [await running(books, ana), await running(books, ben, 1)] as const;
    const follow = (db: Database) => followDebtsOf({ db, now: () => (books.now += 1) }, books.workspace.id).then(() => 'done');
    await books.sale('s2', ana, 10_000);
    books.now += 11 * DAY;
    await books.release();
    // Something is kept back of Ana's, nothing of Ben's.
    await insist(books, follow);
    expect(await planOf(books, plans[0])).toMatchObject({ keptBack: 1000, due: 1500, missed: 0 });
    expect(await planOf(books, plans[1])).toMatchObject({ keptBack: 0, due: 2500, missed: 0 });
    books.now += 4 * DAY;
    // Ana's first instalment is missed, Ben's plan breaks by his.
    await insist(books, follow);
    expect(await planOf(books, plans[0])).toMatchObject({ state: 'running', missed: 1, keptBack: 1000 });
    expect(await planOf(books, plans[1])).toMatchObject({ state: 'broken', returned: 5000, endReason: 'missed' });
    const audit = (await books.get('audit?limit=200')).json()['items'] as { action: string }[];
    const told = (action: string) => audit.filter((one) => one.action === action).length;
    expect([told('debt_plan.kept_back'), told('debt_plan.missed'), told('debt_plan.broken')]).toEqual([1, 1, 1]);
    const before = await keptOf(books);
    await follow(books.db);
    expect(await keptOf(books)).toBe(before);
    await sound(books);
  }));
