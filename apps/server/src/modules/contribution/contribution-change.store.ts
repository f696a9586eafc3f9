import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import type { ContributionRecord, RecordedFact } from './contribution.store.ts';

/** Keeps a declaration: it waits. */
export async function insertContribution(tx: Tx, workspaceId: string, record: ContributionRecord): Promise<void> {
  const { customer } = record;
  await tx.query(
    `insert into contribution (workspace_id, id, kind, program_id, customer_id, customer_external_id, customer_name, customer_email,
       customer_country, name_key, email_hash, customer_known, occurred_at, valid_until, description, evidence_url, products,
       expected_amount, currency, introduced_to, nature, quantity, unit, sale_event_id, declared_at, by_partner, lead_name, consent_at,
       consent_how, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,
       $26, $27, $28, $29, 'waiting')`,
    [
      workspaceId,
      record.id,
      record.kind,
      record.programId,
      customer.customerId,
      customer.externalId,
      customer.name,
      customer.email,
      customer.country,
      customer.nameKey,
      customer.emailHash,
      record.customerKnown,
      new Date(record.occurredAt),
      dateOf(record.validUntil),
      record.description,
      record.evidenceUrl,
      record.products,
      record.expectedAmount,
      record.currency,
      record.introducedTo,
      record.nature,
      record.quantity,
      record.unit,
      record.saleEventId,
      new Date(record.declaredAt),
      record.byPartner,
      record.leadName,
      dateOf(record.consentAt),
      record.consentHow,
    ],
  );
  await tx.query(
    `insert into contribution_party (workspace_id, contribution_id, number, partner_id, enrollment_id, share)
     select $1, $2, p.number, p.partner_id, p.enrollment_id, p.share
       from unnest($3::uuid[], $4::uuid[], $5::text[]) with ordinality as p (partner_id, enrollment_id, share, number)`,
    [
      workspaceId,
      record.id,
      record.parties.map(({ partnerId }) => partnerId),
      record.parties.map(({ enrollmentId }) => enrollmentId),
      record.parties.map(({ share }) => share),
    ],
  );
}

export interface Confirmation {
  readonly customerId: string;
  readonly externalId: string;
  readonly validUntil: Instant | null;
  readonly at: Instant;
  readonly seq: bigint;
}

/** Confirms one that waits; false when it no longer does. */
export async function confirm(tx: Tx, workspaceId: string, id: string, done: Confirmation): Promise<boolean> {
  return isChanged(
    await tx.query(
      `update contribution set state = 'confirmed', customer_id = $3, customer_external_id = $4, valid_until = $5, decided_at = $6,
         fact_seq = $7
        where workspace_id = $1 and id = $2 and state = 'waiting' returning id`,
      [workspaceId, id, done.customerId, done.externalId, dateOf(done.validUntil), new Date(done.at), done.seq],
    ),
  );
}

/** Refuses or withdraws one that waits; false when it no longer does. */
export async function decline(
  tx: Tx,
  workspaceId: string,
  id: string,
  state: 'refused' | 'withdrawn',
  at: Instant,
  reason: string | null,
): Promise<boolean> {
  return isChanged(
    await tx.query(
      `update contribution set state = $3, decided_at = $4, reason = $5
        where workspace_id = $1 and id = $2 and state = 'waiting' returning id`,
      [workspaceId, id, state, new Date(at), reason],
    ),
  );
}

/** Withdraws one that was confirmed; false when it no longer is. */
export async function endConfirmed(
  tx: Tx,
  workspaceId: string,
  id: string,
  { seq, recordedAt }: RecordedFact,
  reason: string | null,
): Promise<boolean> {
  return isChanged(
    await tx.query(
      `update contribution set state = 'withdrawn', decided_at = $3, reason = $4, end_seq = $5
        where workspace_id = $1 and id = $2 and state = 'confirmed' returning id`,
      [workspaceId, id, new Date(recordedAt), reason, seq],
    ),
  );
}

function isChanged(rows: readonly unknown[]): boolean {
  return rows.length === 1;
}

function dateOf(at: Instant | null): Date | null {
  return at === null ? null : new Date(at);
}
