import type { Language } from '@cordee/contract/language';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';

/** A partner's agreement that its invoices are made out in its name. */
export interface MandateRecord {
  readonly id: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly language: Language;
  readonly text: string;
  readonly textSha256: string;
  readonly contestDays: number;
  readonly signer: string;
  readonly reference: string | null;
  readonly signedAt: Instant;
  readonly byPartner: boolean;
  readonly validFrom: LocalDate;
  readonly revokedAt: Instant | null;
  readonly revokedByPartner: boolean | null;
  readonly revocationReason: string | null;
}

interface MandateRow {
  id: string;
  partner_id: string;
  partner_name: string;
  language: Language;
  text: string;
  text_sha256: string;
  contest_days: number;
  signer: string;
  reference: string | null;
  signed_at: Instant;
  by_partner: boolean;
  valid_from: LocalDate;
  revoked_at: Instant | null;
  revoked_by_partner: boolean | null;
  revocation_reason: string | null;
}

const selected = `select m.id, m.partner_id, p.name as partner_name, m.language, m.text, m.text_sha256, m.contest_days, m.signer, m.reference,
    m.signed_at, m.by_partner, m.valid_from::text as valid_from, m.revoked_at, m.revoked_by_partner, m.revocation_reason
  from billing_mandate m join partner p on p.workspace_id = m.workspace_id and p.id = m.partner_id`;

export interface MandateFilter {
  readonly id?: string;
  readonly partnerId: string | null;
  readonly state?: 'in_force' | 'revoked' | undefined;
  /** Ids sort by the time they were given. */
  readonly before?: string | null;
  readonly limit: number;
}

/** Mandates, newest first. */
export async function selectMandates(tx: Tx, workspaceId: string, filter: MandateFilter): Promise<MandateRecord[]> {
  const rows = await tx.query<MandateRow>(
    `${selected} where m.workspace_id = $1 and ($2::uuid is null or m.id = $2) and ($3::uuid is null or m.partner_id = $3)
        and ($4::text is null or ($4 = 'revoked') = (m.revoked_at is not null)) and ($5::uuid is null or m.id < $5)
      order by m.id desc limit $6`,
    [workspaceId, filter.id ?? null, filter.partnerId, filter.state ?? null, filter.before ?? null, filter.limit],
  );
  return rows.map(recordOf);
}

/** The mandate of each of these partners that is in force that day, by partner. */
export async function mandatesInForce(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
  on: LocalDate,
): Promise<Map<string, MandateRecord>> {
  const rows = await tx.query<MandateRow>(
    `${selected} where m.workspace_id = $1 and m.partner_id = any($2::uuid[]) and m.revoked_at is null and m.valid_from <= $3::date`,
    [workspaceId, partnerIds, on],
  );
  return new Map(rows.map((row) => [row.partner_id, recordOf(row)]));
}

export type NewMandate = Omit<MandateRecord, 'partnerName' | 'revokedAt' | 'revokedByPartner' | 'revocationReason'> & {
  readonly signedBy: string;
};

/** Keeps a mandate; false when the partner has one in force. */
export async function insertMandate(tx: Tx, workspaceId: string, mandate: NewMandate): Promise<boolean> {
  const rows = await tx.query<{ id: string }>(
    `insert into billing_mandate (workspace_id, id, partner_id, language, text, text_sha256, contest_days, signer, reference, signed_at,
       signed_by, by_partner, valid_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (workspace_id, partner_id) where revoked_at is null do nothing returning id`,
    [
      workspaceId,
      mandate.id,
      mandate.partnerId,
      mandate.language,
      mandate.text,
      mandate.textSha256,
      mandate.contestDays,
      mandate.signer,
      mandate.reference,
      new Date(mandate.signedAt),
      mandate.signedBy,
      mandate.byPartner,
      mandate.validFrom,
    ],
  );
  return rows.length === 1;
}

export interface Revocation {
  readonly at: Instant;
  readonly by: string;
  readonly byPartner: boolean;
  readonly reason: string | null;
}

/** Ends a mandate; false when it had ended. */
export async function endMandate(
  tx: Tx,
  workspaceId: string,
  id: string,
  { at, by, byPartner, reason }: Revocation,
): Promise<boolean> {
  const rows = await tx.query<{ id: string }>(
    `update billing_mandate set revoked_at = $3, revoked_by = $4, revoked_by_partner = $5, revocation_reason = $6
      where workspace_id = $1 and id = $2 and revoked_at is null returning id`,
    [workspaceId, id, new Date(at), by, byPartner, reason],
  );
  return rows.length === 1;
}

function recordOf(row: MandateRow): MandateRecord {
  return {
    id: row.id,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    language: row.language,
    text: row.text,
    textSha256: row.text_sha256,
    contestDays: row.contest_days,
    signer: row.signer,
    reference: row.reference,
    signedAt: row.signed_at,
    byPartner: row.by_partner,
    validFrom: row.valid_from,
    revokedAt: row.revoked_at,
    revokedByPartner: row.revoked_by_partner,
    revocationReason: row.revocation_reason,
  };
}
