import type { ListCommissions, ListedCommission } from '@cordee/contract/counting';
import type { Signal } from '@cordee/core/signal';
import type { Context } from '../../../platform/context.ts';
import { decodeNumbers, encodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { narrowedPartner } from '../../../platform/own-partner.ts';
import { read } from '../../../platform/verb.ts';
import { loadTermsVersion, workspaceKeys } from '../../fact/index.ts';
import { cachedTerms } from '../../program/index.ts';
import { commissionToContract } from '../answers/commission-answer.ts';
import { signalToContract } from '../answers/signal-answer.ts';
import { loadStoredCommissions, type StoredCommission } from '../counted.store.ts';
import { maySeeSignals } from '../counting.policy.ts';
import { versionNumbers } from '../plan-version.store.ts';
import { signalsOf } from '../review/signals.ts';

type Listed = Wire<ListedCommission>;

interface Row {
  readonly commission: StoredCommission;
  readonly signals?: readonly Signal[];
}

/** A page of commissions; a partner finds its own, and no signals. */
export async function listCommissions(
  context: Context,
  query: ListCommissions,
): Promise<{ items: Listed[]; nextCursor: string | null }> {
  const { db, workspaceId, actor, language } = context;
  if (query.signal !== undefined || query.signals === true) maySeeSignals(actor);
  const partnerId = narrowedPartner(actor, query.partnerId);
  const limit = query.signals === true || query.signal !== undefined ? Math.min(query.limit, mostSignalled) : query.limit;
  const { rows, next } = await read(context, (tx) => readPage(tx, context, { ...query, limit }, partnerId));
  const { zone } = await workspaceKeys(db, workspaceId);
  const versions = await versionNumbers(
    db,
    workspaceId,
    rows.map(({ commission }) => commission.planVersionId),
  );
  const page = pageOfRows(
    rows,
    limit,
    ({ commission, signals }): Listed => ({
      ...commissionToContract(commission, commission.recordedAt, { zone, versions }),
      ...(signals === undefined ? {} : { signals: signals.map((signal) => signalToContract(signal, language, zone)) }),
    }),
    ({ commission }) => sortKey(query.sort, commission),
  );
  return next === null ? page : { ...page, nextCursor: next };
}

/** Looking for signals costs more than reading: a page of them is shorter, and a search for one ends after some pages. */
const mostSignalled = 50;
const mostSearched = 10;

async function readPage(
  tx: Tx,
  { workspaceId, now }: Context,
  query: ListCommissions,
  partnerId: string | null,
): Promise<{ rows: Row[]; next: string | null }> {
  if (query.signal === undefined && query.signals !== true) {
    const commissions = await readCommissions(tx, workspaceId, query, partnerId);
    return { rows: commissions.map((commission) => ({ commission })), next: null };
  }
  const terms = await cachedTerms(tx, workspaceId, await loadTermsVersion(tx, workspaceId));
  const found: Row[] = [];
  let cursor = query.cursor;
  for (let round = 0; round < mostSearched; round += 1) {
    const commissions = await readCommissions(tx, workspaceId, { ...query, cursor }, partnerId);
    const looked = await signalsOf(tx, workspaceId, terms, commissions, now());
    for (const [index, commission] of commissions.entries()) {
      const signals = looked[index] ?? [];
      if (query.signal === undefined || signals.some(({ code }) => code === query.signal)) found.push({ commission, signals });
    }
    const last = commissions.at(-1);
    if (found.length > query.limit || commissions.length <= query.limit || last === undefined) return { rows: found, next: null };
    cursor = encodeCursor(sortKey(query.sort, last));
  }
  return { rows: found, next: cursor ?? null };
}

function readCommissions(
  tx: Tx,
  workspaceId: string,
  query: ListCommissions,
  partnerId: string | null,
): Promise<StoredCommission[]> {
  const { condition, values } = conditionOf(query, partnerId);
  return loadStoredCommissions(tx, workspaceId, condition, values, `${orders[query.sort]} limit ${query.limit + 1}`);
}

const orders = {
  newest: 'fact_seq desc, number desc',
  oldest: 'fact_seq, number',
  amount: 'amount desc, fact_seq desc, number desc',
} as const;

function sortKey(sort: ListCommissions['sort'], { amount, factSeq, number }: StoredCommission): string[] {
  const place = [String(factSeq), String(number)];
  return sort === 'amount' ? [String(amount), ...place] : place;
}

/** The queue has an index of its own, which PostgreSQL finds by these very words. */
const queued = `status in ('in_review', 'held')`;

function conditionOf(query: ListCommissions, partnerId: string | null): { condition: string; values: unknown[] } {
  const values: unknown[] = [];
  const conditions = ['true'];
  const add = (value: unknown, condition: (place: string) => string) => {
    if (value === undefined || value === null) return;
    values.push(value);
    conditions.push(condition(`$${values.length + 1}`));
  };
  const { status, sort } = query;
  const onlyQueued =
    status === undefined ? query.signal !== undefined : status.every((one) => one === 'in_review' || one === 'held');
  if (onlyQueued) conditions.push(queued);
  add(partnerId, (place) => `partner_id = ${place}`);
  add(query.programId, (place) => `program_id = ${place}`);
  add(status, (place) => `status = any(${place}::text[])`);
  add(query.currency, (place) => `currency = ${place}`);
  add(query.minAmount, (place) => `amount >= ${place}`);
  add(query.from === undefined ? null : new Date(query.from), (place) => `occurred_at >= ${place}`);
  add(query.to === undefined ? null : new Date(query.to), (place) => `occurred_at < ${place}`);
  const after = decodeNumbers(query.cursor, sort === 'amount' ? 3 : 2);
  if (after.length > 0) {
    const columns = sort === 'amount' ? 'amount, fact_seq, number' : 'fact_seq, number';
    const places = after.map((_, index) => `$${values.length + index + 2}`).join(', ');
    values.push(...after);
    conditions.push(`(${columns}) ${sort === 'oldest' ? '>' : '<'} (${places})`);
  }
  return { condition: conditions.join(' and '), values };
}
