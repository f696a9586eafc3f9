import type { claimEntryKinds, ListClaims } from '@cordee/contract/claim';
import type { claimSubjects, OutcomeCode, SettlementWay } from '@cordee/contract/claim-body';
import type { Bilingual } from '@cordee/contract/language';
import type { ClaimKind, ClaimState, DayKind } from '@cordee/core/claim';
import type { Instant } from '@cordee/core/time';
import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';

export interface Expected {
  readonly what: (typeof claimSubjects)[number];
  readonly occurredAt: Instant;
  readonly eventId: string | null;
  readonly customerId: string | null;
  readonly externalId: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly amount: bigint | null;
  readonly currency: string | null;
}

export interface RecordedFact {
  readonly seq: bigint;
  readonly recordedAt: Instant;
}

export interface Outcome {
  readonly code: OutcomeCode;
  readonly reason: string;
  readonly at: Instant;
  readonly byClock: boolean;
}

/** What an acceptance made, or why it could not make anything. */
export interface Settled {
  readonly by: SettlementWay | null;
  readonly fact: RecordedFact | null;
  readonly contributionId: string | null;
  readonly unsettled: Bilingual | null;
  /** Which customer it turned out to be: erasing that one reaches the claim. */
  readonly customerId?: string | null;
}

export interface ClaimRecord {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly enrollmentId: string;
  readonly programId: string;
  readonly byPartner: boolean;
  readonly fact: RecordedFact | null;
  readonly commissionNumber: number | null;
  readonly contributionId: string | null;
  readonly expected: Expected | null;
  readonly openedAt: Instant;
  readonly days: number;
  readonly dayKind: DayKind;
  readonly isAutomatic: boolean;
  readonly state: ClaimState;
  readonly deadline: Instant | null;
  readonly entries: number;
  readonly outcome: Outcome | null;
  readonly settled: Settled | null;
}

export interface ClaimEntry {
  readonly number: number;
  readonly at: Instant;
  readonly kind: (typeof claimEntryKinds)[number];
  readonly side: 'company' | 'partner' | 'clock';
  readonly actor: Actor;
  readonly text: string | null;
  readonly links: readonly string[];
}

export interface ClaimFilter {
  readonly ids?: readonly string[];
  readonly partnerId?: string | null;
  readonly programId?: string | undefined;
  readonly kind?: ClaimKind | undefined;
  readonly state?: ListClaims['state'];
  /** Ids sort by the time they were opened. */
  readonly before?: string | null;
  readonly now: Instant;
  readonly limit: number;
}

interface Row {
  id: string;
  kind: ClaimKind;
  partner_id: string;
  partner_name: string;
  enrollment_id: string;
  program_id: string;
  by_partner: boolean;
  fact_seq: bigint | null;
  fact_at: Instant | null;
  commission_number: number | null;
  contribution_id: string | null;
  what: Expected['what'] | null;
  occurred_at: Instant | null;
  event_id: string | null;
  customer_id: string | null;
  customer_external_id: string | null;
  customer_name: string | null;
  customer_email: string | null;
  amount: bigint | null;
  currency: string | null;
  opened_at: Instant;
  days: number;
  day_kind: DayKind;
  is_automatic: boolean;
  state: ClaimState;
  deadline: Instant | null;
  entries: number;
  decided_at: Instant | null;
  decided_by_clock: boolean | null;
  code: OutcomeCode | null;
  reason: string | null;
  settled_by: SettlementWay | null;
  settled_seq: bigint | null;
  settled_at: Instant | null;
  settled_contribution_id: string | null;
  unsettled: Bilingual | null;
}

const columns = `c.id, c.kind, c.partner_id, p.name as partner_name, c.enrollment_id, c.program_id, c.by_partner, c.fact_seq,
  f.recorded_at as fact_at, c.commission_number, c.contribution_id, c.what, c.occurred_at, c.event_id, c.customer_id,
  c.customer_external_id, c.customer_name, c.customer_email, c.amount, c.currency, c.opened_at, c.days, c.day_kind, c.is_automatic,
  c.state, c.deadline, c.entries, c.decided_at, c.decided_by_clock, c.code, c.reason, c.settled_by, c.settled_seq,
  s.recorded_at as settled_at, c.settled_contribution_id, c.unsettled`;

const tables = `claim c join partner p on p.workspace_id = c.workspace_id and p.id = c.partner_id
  left join fact f on f.workspace_id = c.workspace_id and f.seq = c.fact_seq
  left join fact s on s.workspace_id = c.workspace_id and s.seq = c.settled_seq`;

/** Claims, newest first. */
export async function selectClaims(tx: Tx, workspaceId: string, filter: ClaimFilter): Promise<ClaimRecord[]> {
  const values: unknown[] = [workspaceId, filter.limit];
  const where: string[] = [];
  const add = (value: unknown, condition: (place: string) => string) => {
    if (value === undefined || value === null) return;
    where.push(condition(`$${values.push(value)}`));
  };
  add(filter.ids, (place) => `c.id = any(${place}::uuid[])`);
  add(filter.partnerId, (place) => `c.partner_id = ${place}`);
  add(filter.programId, (place) => `c.program_id = ${place}`);
  add(filter.kind, (place) => `c.kind = ${place}`);
  add(filter.before, (place) => `c.id < ${place}`);
  if (filter.state === 'to_answer') where.push(`c.state = 'open'`);
  else if (filter.state === 'to_settle') where.push(`c.settled_by is null and c.unsettled is not null`);
  else if (filter.state === 'overdue')
    add(new Date(filter.now), (place) => `c.state = 'open' and c.deadline <= ${place}::timestamptz`);
  else add(filter.state, (place) => `c.state = ${place}`);
  const rows = await tx.query<Row>(
    `select ${columns} from ${tables} where c.workspace_id = $1${where.map((condition) => ` and ${condition}`).join('')}
      order by c.id desc limit $2`,
    values,
  );
  return rows.map(fromRow);
}

/** Holds a claim against everybody else until the end of the transaction; false when there is none. */
export async function lockClaim(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  const rows = await tx.query(`select id from claim where workspace_id = $1 and id = $2 for update`, [workspaceId, id]);
  return rows.length === 1;
}

/** All that was written in a claim, in order. */
export async function selectEntries(tx: Tx, workspaceId: string, claimId: string): Promise<ClaimEntry[]> {
  return tx.query<ClaimEntry>(
    `select number, at, kind, side, actor, text, links from claim_entry where workspace_id = $1 and claim_id = $2 order by number`,
    [workspaceId, claimId],
  );
}

function fromRow(row: Row): ClaimRecord {
  const { fact_seq: seq, fact_at: recordedAt } = row;
  return {
    id: row.id,
    kind: row.kind,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    enrollmentId: row.enrollment_id,
    programId: row.program_id,
    byPartner: row.by_partner,
    fact: seq === null || recordedAt === null ? null : { seq, recordedAt },
    commissionNumber: row.commission_number,
    contributionId: row.contribution_id,
    expected: expectedOf(row),
    openedAt: row.opened_at,
    days: row.days,
    dayKind: row.day_kind,
    isAutomatic: row.is_automatic,
    state: row.state,
    deadline: row.deadline,
    entries: row.entries,
    outcome: outcomeOf(row),
    settled: settledOf(row),
  };
}

function expectedOf(row: Row): Expected | null {
  const { what, occurred_at: occurredAt } = row;
  if (what === null || occurredAt === null) return null;
  return {
    what,
    occurredAt,
    eventId: row.event_id,
    customerId: row.customer_id,
    externalId: row.customer_external_id,
    name: row.customer_name,
    email: row.customer_email,
    amount: row.amount,
    currency: row.currency,
  };
}

function outcomeOf({ code, reason, decided_at: at, decided_by_clock: byClock }: Row): Outcome | null {
  return code === null || reason === null || at === null ? null : { code, reason, at, byClock: byClock === true };
}

function settledOf({
  settled_by: by,
  settled_seq: seq,
  settled_at: at,
  settled_contribution_id: id,
  unsettled,
}: Row): Settled | null {
  if (by === null && unsettled === null) return null;
  return { by, fact: seq === null || at === null ? null : { seq, recordedAt: at }, contributionId: id, unsettled };
}
