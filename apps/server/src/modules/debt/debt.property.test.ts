import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeSession } from '../../../test/app.ts';
import { DAY, type BookPartner, type Books, withBooks } from '../../../test/books.ts';
import { made, payersOf } from '../../../test/payday.ts';
import { followDebtsOf } from './verbs/follow-debts.ts';

type Command =
  | { readonly do: 'sale'; readonly tenth: number }
  | { readonly do: 'refund'; readonly sale: number }
  | { readonly do: 'wait'; readonly days: number }
  | { readonly do: 'propose'; readonly part: number; readonly months: number; readonly percent: number | null }
  | { readonly do: 'pay' | 'waive'; readonly part: number }
  | { readonly do: 'agree' }
  | { readonly do: 'payout' }
  | { readonly do: 'follow' }
  | { readonly do: 'end' };

const part = fc.integer({ min: 1, max: 100 });
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('sale' as const), tenth: fc.integer({ min: 100, max: 4000 }) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('refund' as const), sale: fc.nat(9) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 40 }) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('propose' as const),
      part,
      months: fc.integer({ min: 1, max: 4 }),
      percent: fc.option(part, { freq: 2 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('pay' as const, 'waive' as const), part }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constantFrom('agree' as const, 'payout' as const, 'payout' as const, 'follow' as const) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('end' as const) }) },
);

interface Model {
  readonly books: Books;
  readonly partner: BookPartner;
  readonly as: { readonly partner: string; readonly author: string; readonly approver: string };
  readonly sales: { readonly id: string; isRefunded: boolean }[];
  proposed: string | null;
  running: string | null;
  readonly plans: string[];
}

interface Plan {
  readonly state: string;
  readonly planned: number;
  readonly keptBack: number;
  readonly paid: number;
  readonly waived: number;
  readonly returned: number;
  readonly owed: number;
}

const planAt = async ({ books }: Model, id: string) => (await books.get(`debt-plans/${id}`)).json() as unknown as Plan;
const dayIn = ({ books }: Model, days: number) => new Date(books.now + days * DAY).toISOString().slice(0, 10);

async function propose(model: Model, { part: of, months, percent }: Extract<Command, { do: 'propose' }>): Promise<void> {
  const { books, partner } = model;
  const { payable } = await books.balance(partner);
  const under = model.running === null ? 0 : (await planAt(model, model.running)).owed;
  const owed = Math.max(-payable, 0) + under;
  const amount = Math.max(Math.floor((owed * of) / 100), 1);
  const each = Math.floor(amount / months);
  const instalments = Array.from({ length: months }, (_, index) => ({
    dueOn: dayIn(model, 5 + index * 30),
    amount: index === 0 ? amount - each * (months - 1) : each,
  }));
  const kind = percent === null ? { kind: 'dated', instalments } : { kind: 'share', percent, until: dayIn(model, 90) };
  if (instalments.some((one) => one.amount === 0)) return;
  const body = { partnerId: partner.id, currency: 'EUR', amount, terms: { ...kind, graceDays: 3 }, reason: 'x' };
  const answer = await books.post('debt-plans', body);
  expect(answer.status, answer.text).toBe(owed > 0 ? 201 : 409);
  if (owed > 0) model.proposed = String(answer.json()['id']);
}

async function agree(model: Model): Promise<void> {
  const { books, partner, proposed, running } = model;
  if (proposed === null) return;
  const { payable } = await books.balance(partner);
  const under = running === null ? 0 : (await planAt(model, running)).owed;
  const answer = await books.post(`debt-plans/${proposed}/agreement`, undefined, model.as.partner);
  // It may lie in the past by now, and may be of a debt that was made up for.
  expect([200, 409, 422], answer.text).toContain(answer.status);
  if (answer.status !== 200) {
    expect(await books.balance(partner)).toMatchObject({ payable });
    return;
  }
  const { planned } = await planAt(model, proposed);
  expect(planned).toBeLessThanOrEqual(under - payable);
  expect(await books.balance(partner)).toMatchObject({ payable: payable - under + planned });
  model.plans.push(proposed);
  model.running = proposed;
  model.proposed = null;
}

async function step(model: Model, each: Extract<Command, { do: 'pay' | 'waive' | 'end' }>): Promise<void> {
  const { books, running, as } = model;
  if (running === null) return;
  const { owed } = await planAt(model, running);
  const path = `debt-plans/${running}`;
  if (each.do === 'end') return void (await made(books, `${path}/end`, { reason: 'x' }, as.author));
  const amount = Math.max(Math.floor((owed * each.part) / 100), 1);
  const tooMuch =
    each.do === 'pay' ? { amount: owed + 1, paidOn: dayIn(model, 0), reference: 'x' } : { amount: owed + 1, reason: 'x' };
  const way = each.do === 'pay' ? 'payments' : 'waiver';
  expect((await books.post(`${path}/${way}`, tooMuch, as.author)).json()).toMatchObject({ code: 'more_than_owed' });
  await made(books, `${path}/${way}`, { ...tooMuch, amount }, as.author);
  if (each.do === 'waive') await made(books, `${path}/waiver/approval`, undefined, as.approver);
}

/** What is kept back and paid out is what was payable, and no more than is owed. */
async function payout(model: Model): Promise<void> {
  const { books, partner, running } = model;
  const { payable } = await books.balance(partner);
  const before = running === null ? null : await planAt(model, running);
  const answer = await books.post('payouts', { partnerId: partner.id, currency: 'EUR' });
  if (answer.status !== 201) {
    expect(answer.json()).toMatchObject({ code: 'nothing_payable' });
    expect(await books.balance(partner)).toMatchObject({ payable });
    return;
  }
  const { id, amount } = answer.json() as unknown as { id: string; amount: number };
  const kept = running === null ? 0 : (await planAt(model, running)).keptBack - (before?.keptBack ?? 0);
  expect(amount + kept).toBe(payable);
  expect(kept).toBeLessThanOrEqual(before?.owed ?? 0);
  await made(books, `payouts/${id}/confirmation`);
}

/** Paid 30.00 already, and owing it. */
async function begin(model: Model): Promise<void> {
  const first: readonly Command[] = [
    { do: 'sale', tenth: 3000 },
    { do: 'wait', days: 11 },
    { do: 'payout' },
    { do: 'refund', sale: 0 },
  ];
  for (const [index, each] of first.entries()) await play(model, each, -1 - index);
  expect(await model.books.balance(model.partner)).toMatchObject({ payable: -3000, paid: 3000 });
}

async function play(model: Model, each: Command, index: number): Promise<void> {
  const { books, partner, sales } = model;
  if (each.do === 'sale') {
    await books.sale(`event ${index}`, partner, each.tenth * 10);
    sales.push({ id: `event ${index}`, isRefunded: false });
  } else if (each.do === 'refund') {
    const sale = sales[each.sale];
    if (sale === undefined || sale.isRefunded) return;
    await books.refund(`event ${index}`, sale.id);
    sale.isRefunded = true;
  } else if (each.do === 'wait') {
    books.now += each.days * DAY;
    await books.release();
  } else if (each.do === 'propose') await propose(model, each);
  else if (each.do === 'agree') await agree(model);
  else if (each.do === 'payout') await payout(model);
  else if (each.do === 'follow') await followDebtsOf({ db: books.db, now: () => books.now }, books.workspace.id);
  else await step(model, each);
}

/** The books know of a plan exactly what its movements say. */
async function compare(model: Model): Promise<void> {
  const { books, partner } = model;
  if (model.running !== null && (await planAt(model, model.running)).state !== 'running') model.running = null;
  let owed = 0;
  for (const id of model.plans) {
    const plan = await planAt(model, id);
    expect(plan.planned).toBe(plan.keptBack + plan.paid + plan.waived + plan.returned + plan.owed);
    expect(plan.owed).toBeGreaterThanOrEqual(0);
    if (plan.state !== 'running') expect(plan.owed).toBe(0);
    owed += plan.owed;
  }
  const [sum] = await books.owner.query<{ owed: string }>(
    `select coalesce(sum(case when debit = 'planned_debt' then amount when credit = 'planned_debt' then -amount else 0 end), 0)::text as owed
       from posting where workspace_id = $1 and partner_id = $2`,
    [books.workspace.id, partner.uuid],
  );
  expect(Number(sum?.owed)).toBe(owed);
}

it(
  'whatever happens in whatever order, no more is kept back than there is or than is owed, and the books agree with the plans',
  () =>
    fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 15, maxLength: 35 }), (commands) =>
        withBooks(async (books) => {
          const partner = await books.partner('Ana');
          const session = await makeSession(books.app, books.db, books.workspace.id, 'partner', partner.uuid);
          const as = { partner: session, ...(await payersOf(books)) };
          const model: Model = { books, partner, as, sales: [], proposed: null, running: null, plans: [] };
          await begin(model);
          for (const [index, each] of commands.entries()) {
            await play(model, each, index);
            await compare(model);
          }
          expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
        }),
      ),
      { numRuns: 10 },
    ),
  240_000,
);
