import type { ClaimState } from '@cordee/core/claim';
import { encodeId } from '@cordee/core/ids';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { forgetFiles } from '../../platform/files/index.ts';
import type { ClaimEntry, ClaimRecord, Settled } from './claim.store.ts';

/** Keeps a new claim. */
export async function insertClaim(tx: Tx, workspaceId: string, record: ClaimRecord): Promise<void> {
  const { expected, fact } = record;
  await tx.query(
    `insert into claim (workspace_id, id, kind, partner_id, enrollment_id, program_id, by_partner, fact_seq, commission_number,
       contribution_id, what, occurred_at, event_id, customer_id, customer_external_id, customer_name, customer_email, amount, currency,
       opened_at, days, day_kind, is_automatic, state, deadline, entries)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, 0)`,
    [
      workspaceId,
      record.id,
      record.kind,
      record.partnerId,
      record.enrollmentId,
      record.programId,
      record.byPartner,
      fact?.seq ?? null,
      record.commissionNumber,
      record.contributionId,
      expected?.what ?? null,
      dateOf(expected?.occurredAt ?? null),
      expected?.eventId ?? null,
      expected?.customerId ?? null,
      expected?.externalId ?? null,
      expected?.name ?? null,
      expected?.email ?? null,
      expected?.amount ?? null,
      expected?.currency ?? null,
      new Date(record.openedAt),
      record.days,
      record.dayKind,
      record.isAutomatic,
      record.state,
      dateOf(record.deadline),
    ],
  );
}

/** Adds what was written or done; returns its number, the next one. */
export async function addEntry(
  tx: Tx,
  workspaceId: string,
  claimId: string,
  { at, kind, side, actor, text, links }: Omit<ClaimEntry, 'number'>,
): Promise<number> {
  const [added] = await tx.query<{ number: number }>(
    `with counted as (
       update claim set entries = entries + 1 where workspace_id = $1 and id = $2 returning entries
     )
     insert into claim_entry (workspace_id, claim_id, number, at, kind, side, actor, text, links)
     select $1, $2, entries, $3, $4, $5, $6, $7, $8 from counted returning number`,
    [workspaceId, claimId, new Date(at), kind, side, JSON.stringify(actor), text, links],
  );
  if (added === undefined) throw new Error('an entry is added to a claim that is held');
  return added.number;
}

export interface Decided {
  readonly at: Instant;
  readonly byClock: boolean;
  readonly wasLate: boolean;
  readonly answerMs: number;
  readonly code: string | null;
  readonly reason: string | null;
}

export interface Change {
  readonly state: ClaimState;
  readonly deadline: Instant | null;
  readonly decided?: Decided;
  readonly settled?: Settled;
}

/** How a claim stands from here on. */
export async function changeClaim(tx: Tx, workspaceId: string, id: string, change: Change): Promise<void> {
  const { state, deadline, decided, settled } = change;
  await tx.query(
    `update claim set state = $3, deadline = $4,
       decided_at = coalesce($5, decided_at), decided_by_clock = coalesce($6, decided_by_clock), was_late = coalesce($7, was_late),
       answer_ms = coalesce($8, answer_ms), code = coalesce($9, code), reason = coalesce($10, reason),
       settled_by = coalesce($11, settled_by), settled_seq = coalesce($12, settled_seq),
       settled_contribution_id = coalesce($13, settled_contribution_id),
       unsettled = case when $15 then $14::json else unsettled end, customer_id = coalesce(customer_id, $16)
      where workspace_id = $1 and id = $2`,
    [
      workspaceId,
      id,
      state,
      dateOf(deadline),
      dateOf(decided?.at ?? null),
      decided?.byClock ?? null,
      decided?.wasLate ?? null,
      decided === undefined ? null : BigInt(decided.answerMs),
      decided?.code ?? null,
      decided?.reason ?? null,
      settled?.by ?? null,
      settled?.fact?.seq ?? null,
      settled?.contributionId ?? null,
      settled === undefined || settled.unsettled === null ? null : JSON.stringify(settled.unsettled),
      settled !== undefined,
      settled?.customerId ?? null,
    ],
  );
}

/** Forgets whom claims about an erased customer named, what was written in them, and what was handed in. */
export async function forgetClaimed(tx: Tx, workspaceId: string, customerId: string): Promise<void> {
  const cleared = await tx.query<{ id: string }>(
    `with cleared as (
       update claim set customer_external_id = null, customer_name = null, customer_email = null,
         reason = case when reason is null then null else '–' end
        where workspace_id = $1 and customer_id = $2 returning id
     ), unsaid as (
       update claim_entry set text = null, links = '{}'
        where workspace_id = $1 and claim_id in (select id from cleared)
     )
     select id from cleared`,
    [workspaceId, customerId],
  );
  await forgetFiles(
    tx,
    workspaceId,
    cleared.map(({ id }) => encodeId('clm', id)),
  );
}

function dateOf(at: Instant | null): Date | null {
  return at === null ? null : new Date(at);
}
