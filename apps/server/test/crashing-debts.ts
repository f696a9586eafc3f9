import { hash } from 'node:crypto';
import { decodeId } from '@cordee/core/ids';
import { expect } from 'vitest';
import { agreeToPlan, proposePlan } from '../src/modules/debt/index.ts';
import type { Actor, Context } from '../src/platform/context.ts';
import type { Database } from '../src/platform/db/index.ts';
import { Refusal } from '../src/platform/refusal.ts';
import { newUuid } from '../src/platform/uuid.ts';
import { contextFor } from './app.ts';
import { DAY, type BookPartner, type Books } from './books.ts';
import { mortalDatabase } from './mortal-database.ts';
import { owe } from './payday.ts';

/** All that debts leave behind: what is not kept is not there, and what is kept is there once. (The outbox is emptied meanwhile.) */
export async function keptOf({ owner, workspace }: Books): Promise<string> {
  const count = (table: string) => `(select count(*) from ${table} where workspace_id = $1)`;
  const all = (text: string, table: string) =>
    `(select coalesce(string_agg(${text}, ',' order by ${text}), '') from ${table} where workspace_id = $1)`;
  const [row] = await owner.query<{ kept: string }>(
    `select concat_ws(' ', ${['fact', 'posting', 'audit', 'idempotency', 'payout'].map(count).join(', ')},
       ${all('plan_id || kind || amount', 'debt_movement')}, ${all('id || state || told_missed', 'debt_plan')},
       ${all('id || state', 'debt_waiver')}) as kept`,
    [workspace.id],
  );
  return row?.kept ?? '';
}

interface Insisted<Answer> {
  /** Of the repetition that lived to its end: its answer, or its refusal. */
  readonly answer: Answer | Refusal;
  /** All that stood in the database after one death or another, the beginning included. */
  readonly states: ReadonlySet<string>;
}

/** Gives a command again and again, each time dying one moment later, until it lives to the end. */
export async function insist<Answer>(books: Books, command: (db: Database) => Promise<Answer>): Promise<Insisted<Answer>> {
  const states = new Set([await keptOf(books)]);
  for (let diesAt = 1; diesAt < 400; diesAt += 1) {
    const { db, survived } = mortalDatabase(books.db, books.owner, diesAt);
    const answer = await command(db).catch((error: unknown) => {
      if (error instanceof Refusal) return error;
      if (survived()) throw error;
      return null;
    });
    states.add(await keptOf(books));
    if (!survived()) continue;
    if (answer === null) throw new Error('it lived, and has no answer');
    expect(diesAt).toBeGreaterThan(4);
    return { answer, states };
  }
  throw new Error('it never came to an end');
}

/** As `insist`, of a command that writes at once: there is a before and an after, and nothing between. */
export async function insistAtOnce<Answer>(books: Books, command: (db: Database) => Promise<Answer>): Promise<Answer | Refusal> {
  const { answer, states } = await insist(books, command);
  expect(states.size, [...states].join('\n')).toBe(2);
  return answer;
}

/** Somebody of the company. */
export const person = (books: Books, role: 'owner' | 'finance'): Actor => {
  return { kind: 'user', userId: newUuid(books.now), role, partnerId: null };
};

interface Asking {
  readonly as: Actor;
  /** Under which key it is asked for again. */
  readonly key?: string;
}

/** Who asks, each time anew under the same key. */
export function asking(books: Books, { as, key }: Asking): (db: Database) => Context {
  const inputHash = Buffer.from(hash('sha256', key ?? '', 'hex'), 'hex');
  return (db) =>
    contextFor(db, books.workspace.id, {
      actor: as,
      now: () => (books.now += 1),
      ...(key === undefined ? {} : { idempotency: { key, route: 'test', inputHash, uses: 0, replayed: false } }),
    });
}

export const day = (books: Books, days: number) => new Date(books.now + days * DAY).toISOString().slice(0, 10);

/** Partners who were paid 50.00 each, and owe it after a refund. */
export async function inDebt(books: Books, names: readonly string[]): Promise<BookPartner[]> {
  const partners = await owe(books, names);
  for (const [index, { id }] of partners.entries()) {
    const payout = await books.done('payouts', { partnerId: id, currency: 'EUR' });
    await books.done(`payouts/${String(payout['id'])}/confirmation`, undefined);
    await books.refund(`refund ${index}`, `sale of ${names[index]}`);
  }
  return partners;
}

/** Two halves, after 10 and after 40 days. */
export function proposal(books: Books, { uuid }: BookPartner, breaksAfter = 2) {
  const instalments = [10, 40].map((days) => ({ dueOn: day(books, days), amount: 2500 }));
  const terms = { kind: 'dated', instalments, graceDays: 3, breaksAfter, onLeaving: 'falls_due' } as const;
  return { partnerId: uuid, currency: 'EUR', amount: 5000, terms, reason: 'Refunds.' };
}

/** A plan proposed and agreed to, past all deaths. */
export async function running(books: Books, partner: BookPartner, breaksAfter?: number): Promise<string> {
  const ofPartner: Actor = { kind: 'user', userId: newUuid(books.now), role: 'partner', partnerId: partner.uuid };
  const { id } = await proposePlan(
    asking(books, { as: person(books, 'finance') })(books.db),
    proposal(books, partner, breaksAfter),
  );
  await agreeToPlan(asking(books, { as: ofPartner })(books.db), decodeId('dpl', id) ?? '');
  return id;
}

/** The books add up, and agree with the plans. */
export async function sound(books: Books): Promise<void> {
  expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
  const rows = await books.owner.query<{ id: string }>(
    `select p.partner_id from posting p where p.workspace_id = $1 group by p.partner_id
     having sum(case when debit = 'planned_debt' then amount when credit = 'planned_debt' then -amount else 0 end)
       <> (select coalesce(sum(case when m.kind = 'planned' then m.amount else -m.amount end), 0) from debt_movement m
             join debt_plan d on d.workspace_id = m.workspace_id and d.id = m.plan_id
            where m.workspace_id = $1 and d.partner_id = p.partner_id)`,
    [books.workspace.id],
  );
  expect(rows).toEqual([]);
}
