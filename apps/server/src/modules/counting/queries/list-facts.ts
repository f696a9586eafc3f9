import type { FactAnswer, ListFacts } from '@cordee/contract/counting';
import type { Context } from '../../../platform/context.ts';
import { decodeNumbers, encodeCursor } from '../../../platform/cursor.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { narrowedPartner, ownPartner } from '../../../platform/own-partner.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { customerIdOf, workspaceKeys } from '../../fact/index.ts';
import { factToContract } from '../answers/fact-answer.ts';
import { candidateFacts, concernsKeptThrough, type FactPlace, type Lead } from '../candidate-facts.store.ts';
import { concernsPartner, factsNamed, selectFacts, type FactFilter, type ListedFact } from '../fact-list.store.ts';

/** Facts looked at for one page, however many are asked for: a rare combination of filters takes several pages, never seconds. */
const mostLookedAt = 10_000;

/**
 * A page of facts, newest first (by number; in a period, by when they happened); a partner finds what concerns it. A page may
 * hold fewer than asked for while there are more. A partner may not search by customer: that would unmask one.
 */
export async function listFacts(
  context: Context,
  query: ListFacts,
): Promise<{ items: Wire<FactAnswer>[]; nextCursor: string | null }> {
  const { workspaceId, actor, language } = context;
  const own = ownPartner(actor);
  const partnerId = narrowedPartner(actor, query.partnerId);
  if (own !== null && query.customerExternalId !== undefined) throw new Refusal('forbidden');
  const { customerKey } = await workspaceKeys(context.db, workspaceId);
  const customerId = query.customerExternalId === undefined ? undefined : customerIdOf(customerKey, query.customerExternalId);
  const { kind, except, programId, from, to, unpaid } = query;
  const filter = { partnerId: partnerId ?? undefined, kind, except, programId, customerId, from, to, unpaid };
  return read(context, async (tx) => {
    const found =
      query.eventId === undefined
        ? await nextPage(tx, workspaceId, await leadOf(tx, workspaceId, query, partnerId, customerId), filter, query)
        : await named(tx, workspaceId, query.eventId, partnerId, filter);
    return {
      items: found.facts.map((fact) => factToContract(fact, { language, own })),
      nextCursor: found.next === null ? null : encodeCursor(cursorOf(found.next)),
    };
  });
}

interface Found {
  readonly facts: readonly ListedFact[];
  readonly next: FactPlace | null;
}

async function leadOf(
  tx: Tx,
  workspaceId: string,
  { from, to, unpaid, kind }: ListFacts,
  partnerId: string | null,
  customerId: string | undefined,
): Promise<Lead> {
  if (partnerId !== null) return { by: 'partner', partnerId, keptThrough: await concernsKeptThrough(tx, workspaceId) };
  if (customerId !== undefined) return { by: 'customer', customerId };
  if (from !== undefined || to !== undefined) return { by: 'time', from, to };
  if (unpaid === true) return { by: 'unpaid' };
  return kind === undefined || kind === 'sale' ? { by: 'number' } : { by: 'kind', kind };
}

/** Looks at the facts the lead gives, in growing portions, until a page is full or enough were looked at. */
async function nextPage(
  tx: Tx,
  workspaceId: string,
  lead: Lead,
  filter: Omit<FactFilter, 'seqs'>,
  { limit, cursor }: ListFacts,
): Promise<Found> {
  let after = placeOf(decodeNumbers(cursor, lead.by === 'time' ? 2 : 1));
  const facts: ListedFact[] = [];
  let portion = limit + 1;
  let looked = 0;
  while (looked < mostLookedAt) {
    const candidates = await candidateFacts(tx, workspaceId, lead, after, portion);
    const rows = await selectFacts(tx, workspaceId, { ...filter, seqs: candidates.map(({ seq }) => seq) });
    const bySeq = new Map(rows.map((row) => [row.seq, row]));
    for (const candidate of candidates) {
      const fact = bySeq.get(candidate.seq);
      if (fact === undefined) continue;
      if (facts.length === limit) return { facts, next: lastOf(facts, lead) };
      facts.push(fact);
    }
    if (candidates.length < portion) return { facts, next: null };
    after = candidates.at(-1) ?? null;
    looked += portion;
    portion = Math.min(portion * 4, mostLookedAt);
  }
  return { facts, next: after };
}

function lastOf(facts: readonly ListedFact[], lead: Lead): FactPlace | null {
  const last = facts.at(-1);
  return last === undefined ? null : { seq: last.seq, at: lead.by === 'time' ? last.occurred_at : null };
}

async function named(
  tx: Tx,
  workspaceId: string,
  eventId: string,
  partnerId: string | null,
  filter: Omit<FactFilter, 'seqs'>,
): Promise<Found> {
  const seqs: bigint[] = [];
  for (const seq of await factsNamed(tx, workspaceId, eventId)) {
    if (partnerId === null || (await concernsPartner(tx, workspaceId, seq, partnerId))) seqs.push(seq);
  }
  const facts = await selectFacts(tx, workspaceId, { ...filter, seqs });
  return { facts: facts.sort((a, b) => (a.seq < b.seq ? 1 : -1)), next: null };
}

function placeOf(numbers: readonly bigint[]): FactPlace | null {
  const [first, second] = numbers;
  if (first === undefined) return null;
  return second === undefined ? { seq: first, at: null } : { seq: second, at: Number(first) };
}

function cursorOf({ seq, at }: FactPlace): string[] {
  return at === null ? [String(seq)] : [String(at), String(seq)];
}
