import {
  bindTouches,
  customerKinds,
  emptyCustomer,
  reviewKinds,
  type Fact,
  type Reversal,
  type Terms,
  type Touchpoint,
} from '@cordee/core/counting';
import { type PlanDocument, renderPlan } from '@cordee/core/plan';
import type { Tx } from '../../platform/db/index.ts';
import { factColumns, factFromRow, type FactRow } from '../fact/index.ts';

/** The customer's touchpoints as they stood at this fact, its own included, read back from the customer's own facts. */
export async function loadTouches(tx: Tx, workspaceId: string, fact: Fact, terms: Terms): Promise<readonly Touchpoint[]> {
  const customer = emptyCustomer();
  for (const event of await earlierEvents(tx, workspaceId, fact)) bindTouches(customer, event, terms);
  return customer.touches;
}

async function earlierEvents(tx: Tx, workspaceId: string, fact: Fact): Promise<Fact[]> {
  // A qualified lead is paid along the credits of its lead.
  if (fact.kind === 'lead_qualified') {
    const lead = fact.targetSeq === null ? undefined : (await loadFacts(tx, workspaceId, [fact.targetSeq])).get(fact.targetSeq);
    return lead === undefined ? [] : earlierEvents(tx, workspaceId, lead);
  }
  if (fact.kind !== 'sale' && fact.kind !== 'lead') return fact.kind === 'click' ? [fact] : [];
  if (fact.customerId === null) return [fact];
  const rows = await tx.query<FactRow>(
    `select ${factColumns} from fact
      where workspace_id = $1 and customer_id = $2 and seq <= $3 and kind = any($4::text[]) order by seq`,
    [workspaceId, fact.customerId, fact.seq, customerKinds],
  );
  return rows.map(factFromRow);
}

/** What later facts took back of the commissions of this one. */
export async function loadLaterReversals(tx: Tx, workspaceId: string, seq: bigint): Promise<Reversal[]> {
  const rows = await tx.query<{
    fact_seq: bigint;
    commission_number: number;
    partner_id: string;
    currency: string;
    amount: bigint;
    from_account: 'pending' | 'payable';
  }>(
    `select fact_seq, commission_number, partner_id, currency, amount, from_account
       from reversal where workspace_id = $1 and commission_fact_seq = $2 order by fact_seq, number`,
    [workspaceId, seq],
  );
  return rows.map((row) => ({
    factSeq: row.fact_seq,
    commission: { factSeq: seq, number: row.commission_number },
    partnerId: row.partner_id,
    currency: row.currency,
    amount: row.amount,
    from: row.from_account,
  }));
}

/** The decisions of the company about this fact's commissions that have been counted, in order. */
export async function loadReviewFacts(tx: Tx, workspaceId: string, seq: bigint): Promise<Fact[]> {
  const rows = await tx.query<FactRow>(
    `select ${factColumns} from fact
      where workspace_id = $1 and target_seq = $2 and kind = any($3::text[])
        and seq <= (select counted_seq from count_head where workspace_id = $1)
      order by seq`,
    [workspaceId, seq, Object.values(reviewKinds)],
  );
  return rows.map(factFromRow);
}

/** Facts by number. */
export async function loadFacts(tx: Tx, workspaceId: string, seqs: readonly bigint[]): Promise<Map<bigint, Fact>> {
  if (seqs.length === 0) return new Map();
  const rows = await tx.query<FactRow>(`select ${factColumns} from fact where workspace_id = $1 and seq = any($2::bigint[])`, [
    workspaceId,
    [...new Set(seqs)],
  ]);
  return new Map(rows.map((row) => [row.seq, factFromRow(row)]));
}

/** A plan version as explanations cite it. */
export interface CitedVersion {
  readonly number: number;
  readonly planName: string;
  readonly currency: string;
  readonly review: PlanDocument['review'];
  /** By clause number. */
  readonly clauses: ReadonlyMap<string, { readonly fr: string; readonly en: string }>;
}

/** The plan versions behind these ids, with their clauses in both languages. */
export async function loadVersions(tx: Tx, workspaceId: string, ids: Iterable<string>): Promise<Map<string, CitedVersion>> {
  const rows = await tx.query<{ id: string; number: number; name: string; document: PlanDocument }>(
    `select v.id, v.number, p.name, v.document
       from plan_version v join plan p on p.workspace_id = v.workspace_id and p.id = v.plan_id
      where v.workspace_id = $1 and v.id = any($2::uuid[])`,
    [workspaceId, [...new Set(ids)]],
  );
  return new Map(
    rows.map(({ id, number, name, document }) => [
      id,
      { number, planName: name, currency: document.currency, review: document.review, clauses: clausesOf(document) },
    ]),
  );
}

function clausesOf(document: PlanDocument): Map<string, { fr: string; en: string }> {
  const english = new Map(renderPlan(document, 'en').map(({ number, text }) => [number, text]));
  return new Map(renderPlan(document, 'fr').map(({ number, text }) => [number, { fr: text, en: english.get(number) ?? text }]));
}
