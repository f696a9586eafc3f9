import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY, type BookPartner, type Books, withBooks } from '../../../test/books.ts';
import { made, type Payers, payersOf } from '../../../test/payday.ts';

const MINIMUM = 1000;
const COOLING_MS = 72 * 3_600_000;
/** A Monday on which banks settle, later than any of this. */
const EXECUTION = '2029-12-03';
const IBANS = ['DE89370400440532013000', 'BE68539007547034', 'FR1420041010050500013M02606', 'NO9386011117947'];

type Person = keyof Payers;

type Command =
  | { readonly do: 'sale'; readonly who: number; readonly tenth: number }
  | { readonly do: 'refund'; readonly sale: number }
  | { readonly do: 'wait'; readonly hours: number }
  | { readonly do: 'mature' }
  | { readonly do: 'account'; readonly who: number; readonly by: Person; readonly iban: number }
  | { readonly do: 'confirm'; readonly who: number; readonly by: Person }
  | { readonly do: 'hold'; readonly who: number }
  | { readonly do: 'unhold'; readonly who: number }
  | { readonly do: 'make'; readonly by: Person; readonly rail: 'sepa' | 'outside'; readonly who: readonly number[] | null }
  | { readonly do: 'approve'; readonly batch: number; readonly by: Person }
  | { readonly do: 'send' | 'cancel'; readonly batch: number }
  | { readonly do: 'settle'; readonly batch: number; readonly arrived: boolean };

const who = fc.nat(2);
const by = fc.constantFrom('author' as const, 'approver' as const);
const batch = fc.nat(2);
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('sale' as const), who, tenth: fc.integer({ min: 300, max: 4000 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('refund' as const), sale: fc.nat(6) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(1, 80) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('mature' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('account' as const), who, by, iban: fc.nat(3) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('confirm' as const), who, by }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('hold' as const, 'unhold' as const), who }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('make' as const),
      by,
      rail: fc.constantFrom('sepa' as const, 'outside' as const),
      who: fc.option(fc.uniqueArray(who, { minLength: 1 }), { freq: 3 }),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('approve' as const), batch, by }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('send' as const, 'send' as const, 'cancel' as const), batch }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('settle' as const), batch, arrived: fc.boolean() }) },
);

interface Payee {
  readonly partner: BookPartner;
  readonly sales: { readonly id: string; readonly amount: number; isPending: boolean; isRefunded: boolean }[];
  payable: number;
  inPayout: number;
  paid: number;
  waiting: { readonly id: string; readonly by: Person } | null;
  account: { readonly id: string; readonly usableFrom: number } | null;
  hold: 'never' | 'held' | 'reviewed';
}

interface Line {
  readonly payee: Payee;
  readonly amount: number;
  readonly accountId: string | null;
}

interface Batch {
  readonly path: string;
  readonly rail: 'sepa' | 'outside';
  readonly by: Person;
  readonly lines: readonly Line[];
  state: 'waiting' | 'approved' | 'sent' | 'closed' | 'cancelled';
}

interface Model {
  readonly books: Books;
  readonly people: Payers;
  readonly payees: readonly Payee[];
  readonly batches: Batch[];
}

const isGood = ({ account }: Payee, now: number) => account !== null && account.usableFrom <= now;
const canBePaid = (payee: Payee, rail: 'sepa' | 'outside', now: number) =>
  payee.payable >= MINIMUM && payee.hold !== 'held' && (rail === 'outside' || isGood(payee, now));

/** Everything a batch may hold, and exactly that: the whole balance of whoever may be paid, or nothing at all. */
async function make({ books, people, payees, batches }: Model, each: Extract<Command, { do: 'make' }>): Promise<void> {
  const { rail } = each;
  const named = each.who?.flatMap((index) => payees[index] ?? []) ?? null;
  const payable = payees.filter((payee) => canBePaid(payee, rail, books.now));
  const chosen = named === null ? payable : payable.filter((payee) => named.includes(payee));
  const body = {
    rail,
    executionDate: EXECUTION,
    remittance: 'x',
    ...(named === null ? {} : { partnerIds: named.map(({ partner }) => partner.id) }),
  };
  const answer = await books.post('payout-batches', body, people[each.by]);
  const isRefused = chosen.length === 0 || (named !== null && chosen.length < named.length);
  expect(answer.status, answer.text).toBe(isRefused ? 409 : 201);
  if (isRefused) return;
  const lines = chosen.map((payee) => ({
    payee,
    amount: payee.payable,
    accountId: rail === 'sepa' ? (payee.account?.id ?? '') : null,
  }));
  const sum = lines.reduce((total, { amount }) => total + amount, 0);
  expect(answer.json()).toMatchObject({ state: 'waiting', lines: lines.length, amount: sum });
  for (const { payee, amount } of lines) {
    payee.payable = 0;
    payee.inPayout += amount;
  }
  batches.push({ path: `payout-batches/${String(answer.json()['id'])}`, rail, by: each.by, lines, state: 'waiting' });
}

/** Another than its author; accounts and tax as they are by then; the file holds what the books moved. */
async function approve({ books, people, batches }: Model, each: Extract<Command, { do: 'approve' }>): Promise<void> {
  const found = batches[each.batch];
  if (found === undefined) return;
  const stands = ({ payee, accountId }: Line) =>
    payee.hold !== 'held' && (accountId === null || (payee.account?.id === accountId && isGood(payee, books.now)));
  const isRight = found.state === 'waiting' && found.by !== each.by && found.lines.every(stands);
  const answer = await books.post(`${found.path}/approval`, undefined, people[each.by]);
  expect(answer.status, answer.text).toBe(isRight ? 200 : 409);
  if (!isRight) return;
  found.state = 'approved';
  if (found.rail === 'outside') return;
  const sum = found.lines.reduce((total, { amount }) => total + amount, 0);
  const file = (await books.get(`${found.path}/file`)).text;
  expect(file).toContain(`<NbOfTxs>${found.lines.length}</NbOfTxs><CtrlSum>${(sum / 100).toFixed(2)}</CtrlSum>`);
}

async function end(
  { books, people, batches }: Model,
  each: Extract<Command, { do: 'send' | 'cancel' | 'settle' }>,
): Promise<void> {
  const found = batches[each.batch];
  if (found === undefined) return;
  const { path, rail, lines } = found;
  if (each.do === 'settle') {
    const ids = (await books.get(`payouts?batchId=${path.slice(path.indexOf('bat_'))}`)).json()['items'] as { id: string }[];
    const verb = each.arrived ? 'confirmation' : 'rejection';
    for (const { id } of ids) {
      const answer = await books.post(`payouts/${id}/${verb}`, each.arrived ? undefined : { reason: 'x' }, people.author);
      expect(answer.status, answer.text).toBe(found.state === 'sent' || (found.state === 'waiting' && !each.arrived) ? 200 : 409);
    }
    // A batch whose lines are all taken out before approval waits on, empty: nobody approves it, and it can be cancelled.
    if (found.state === 'waiting' && !each.arrived) batches.splice(each.batch, 1);
    else if (found.state !== 'sent') return;
    found.state = 'closed';
    leave(lines, each.arrived);
    return;
  }
  const isOutside = each.do === 'send' && rail === 'outside';
  const step = each.do === 'cancel' ? 'cancellation' : isOutside ? 'outside-payment' : 'sending';
  const body = each.do === 'cancel' ? { reason: 'x' } : isOutside ? { reference: 'Wire', paidOn: '2026-01-15' } : undefined;
  const isRight = found.state === 'approved' || (each.do === 'cancel' && found.state === 'waiting');
  const answer = await books.post(`${path}/${step}`, body, people.author);
  expect(answer.status, answer.text).toBe(isRight ? 200 : 409);
  if (!isRight) return;
  found.state = each.do === 'cancel' ? 'cancelled' : isOutside ? 'closed' : 'sent';
  if (found.state !== 'sent') leave(lines, isOutside);
}

function leave(lines: readonly Line[], arrived: boolean): void {
  for (const { payee, amount } of lines) {
    payee.inPayout -= amount;
    if (arrived) payee.paid += amount;
    else payee.payable += amount;
  }
}

async function enterOrConfirm(
  { books, people, payees }: Model,
  each: Extract<Command, { do: 'account' | 'confirm' }>,
): Promise<void> {
  const payee = payees[each.who];
  if (payee === undefined) return;
  if (each.do === 'account') {
    const body = { holder: 'X', iban: IBANS[each.iban] };
    const entered = await made(books, `partners/${payee.partner.id}/bank-accounts`, body, people[each.by]);
    payee.waiting = { id: String(entered['id']), by: each.by };
    return;
  }
  if (payee.waiting === null) return;
  const { id, by: enteredBy } = payee.waiting;
  const answer = await books.post(`bank-accounts/${id}/confirmation`, undefined, people[each.by]);
  expect(answer.status, answer.text).toBe(enteredBy === each.by ? 409 : 200);
  if (enteredBy === each.by) return;
  const usableFrom = Date.parse(String(answer.json()['usableFrom']));
  expect(usableFrom - Date.parse(String(answer.json()['decidedAt']))).toBe(payee.account === null ? 0 : COOLING_MS);
  payee.account = { id, usableFrom };
  payee.waiting = null;
}

async function tax({ books, people, payees }: Model, each: Extract<Command, { do: 'hold' | 'unhold' }>): Promise<void> {
  const payee = payees[each.who];
  if (payee === undefined) return;
  const path = `partners/${payee.partner.id}`;
  if (each.do === 'hold' && payee.hold === 'never') {
    const body = { validFrom: '2026-01-01', kind: 'employee_of_third_party', legalName: 'X' };
    await made(books, `${path}/tax-details`, body, people.author);
    payee.hold = 'held';
  } else if (each.do === 'unhold' && payee.hold === 'held') {
    await made(books, `${path}/tax-reviews`, { treatAs: 'elsewhere', reason: 'x' }, people.approver);
    payee.hold = 'reviewed';
  }
}

async function earn({ books, payees }: Model, each: Extract<Command, { do: 'sale' | 'refund' }>, index: number): Promise<void> {
  if (each.do === 'sale') {
    const payee = payees[each.who];
    if (payee === undefined) return;
    await books.sale(`event ${index}`, payee.partner, each.tenth * 10);
    payee.sales.push({ id: `event ${index}`, amount: each.tenth, isPending: true, isRefunded: false });
    return;
  }
  const payee = payees[each.sale % payees.length];
  const sale = payee?.sales[Math.floor(each.sale / payees.length)];
  if (payee === undefined || sale === undefined || sale.isRefunded) return;
  await books.refund(`event ${index}`, sale.id);
  sale.isRefunded = true;
  // What has left its hold is taken back from what is payable, below zero if need be.
  if (!sale.isPending) payee.payable -= sale.amount;
}

async function mature({ books, payees }: Model): Promise<void> {
  books.now += 11 * DAY;
  await books.release();
  for (const payee of payees) {
    for (const sale of payee.sales.filter(({ isPending }) => isPending)) {
      sale.isPending = false;
      if (!sale.isRefunded) payee.payable += sale.amount;
    }
  }
}

async function play(model: Model, each: Command, index: number): Promise<void> {
  if (each.do === 'sale' || each.do === 'refund') await earn(model, each, index);
  else if (each.do === 'wait') model.books.now += each.hours * 3_600_000;
  else if (each.do === 'mature') await mature(model);
  else if (each.do === 'account' || each.do === 'confirm') await enterOrConfirm(model, each);
  else if (each.do === 'hold' || each.do === 'unhold') await tax(model, each);
  else if (each.do === 'make') await make(model, each);
  else if (each.do === 'approve') await approve(model, each);
  else await end(model, each);
}

async function open(books: Books): Promise<Model> {
  const people = await payersOf(books);
  const rules = { minimumAmount: MINIMUM, coolingHours: 72, fourEyes: true };
  await books.app.call('PUT', '/api/v1/payment-rules', { as: people.approver, body: rules });
  await payFrom(books, people);
  const payees: Payee[] = [];
  for (const name of ['Ana', 'Ben', 'Cleo']) {
    const partner = await books.partner(name);
    payees.push({ partner, sales: [], payable: 0, inPayout: 0, paid: 0, waiting: null, account: null, hold: 'never' });
  }
  return { books, people, payees, batches: [] };
}

async function compare({ books, payees }: Model, after: string): Promise<void> {
  for (const payee of payees) {
    if (payee.sales.length === 0) continue;
    const pending = payee.sales.filter(({ isPending, isRefunded }) => isPending && !isRefunded);
    expect(await books.balance(payee.partner), after).toMatchObject({
      pending: pending.reduce((sum, { amount }) => sum + amount, 0),
      payable: payee.payable,
      inPayout: payee.inPayout,
      paid: payee.paid,
    });
  }
}

it(
  'only what is due, to whom may be paid, where it may go, by two people, once: as a small model says, after every step',
  () =>
    fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 12, maxLength: 30 }), (commands) =>
        withBooks(async (books) => {
          const model = await open(books);
          for (const [index, each] of commands.entries()) {
            await play(model, each, index);
            await compare(model, each.do);
          }
          expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
        }),
      ),
      { numRuns: 12 },
    ),
  240_000,
);

async function payFrom(books: Books, { author, approver }: Payers): Promise<void> {
  const body = { holder: 'Acme', iban: 'FR7630006000011234567890189' };
  const entered = await made(books, 'company/bank-accounts', body, author);
  await made(books, `bank-accounts/${String(entered['id'])}/confirmation`, undefined, approver);
}
