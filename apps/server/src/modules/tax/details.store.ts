import type { taxAddress, taxDetailsStates } from '@cordee/contract/tax-details';
import type { TaxKind, VatStatus } from '@cordee/core/tax';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { z } from 'zod';
import type { Tx } from '../../platform/db/index.ts';

export type DetailsState = (typeof taxDetailsStates)[number];
export type TaxAddress = z.output<typeof taxAddress>;

/** What was entered for a partner, from a day on; its most personal data still sealed. */
export interface DetailsRecord {
  readonly id: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly state: DetailsState;
  readonly validFrom: LocalDate;
  readonly kind: TaxKind | null;
  readonly country: string | null;
  readonly legalName: string | null;
  readonly legalForm: string | null;
  readonly address: TaxAddress | null;
  readonly siren: string | null;
  readonly siret: string | null;
  readonly vatStatus: VatStatus | null;
  readonly vatNumber: string | null;
  readonly sealed: Buffer | null;
  readonly hasBirthDate: boolean;
  readonly hasLocalTaxId: boolean;
  readonly enteredAt: Instant;
  readonly byPartner: boolean;
  readonly decidedAt: Instant | null;
  readonly reason: string | null;
}

interface DetailsRow {
  id: string;
  partner_id: string;
  partner_name: string;
  state: DetailsState;
  valid_from: LocalDate;
  kind: TaxKind | null;
  country: string | null;
  legal_name: string | null;
  legal_form: string | null;
  address: TaxAddress | null;
  siren: string | null;
  siret: string | null;
  vat_status: VatStatus | null;
  vat_number: string | null;
  sealed: Buffer | null;
  has_birth_date: boolean;
  has_local_tax_id: boolean;
  entered_at: Instant;
  by_partner: boolean;
  answered_at: Instant | null;
  reason: string | null;
}

const selected = `select d.id, d.partner_id, p.name as partner_name, coalesce(a.answer, 'proposed') as state,
    d.valid_from::text as valid_from, d.kind, d.country, d.legal_name, d.legal_form, d.address, d.siren, d.siret, d.vat_status,
    d.vat_number, d.sealed, d.has_birth_date, d.has_local_tax_id, d.entered_at, d.by_partner, a.answered_at, a.reason
  from tax_details d
  join partner p on p.workspace_id = d.workspace_id and p.id = d.partner_id
  left join tax_details_answer a on a.workspace_id = d.workspace_id and a.details_id = d.id`;

export interface DetailsFilter {
  readonly partnerId: string | null;
  readonly state: DetailsState | null;
  /** Ids sort by the time they were entered. */
  readonly before: string | null;
  readonly limit: number;
}

/** What was entered, newest first. */
export async function selectDetails(tx: Tx, workspaceId: string, filter: DetailsFilter): Promise<DetailsRecord[]> {
  const rows = await tx.query<DetailsRow>(
    `${selected} where d.workspace_id = $1 and ($2::uuid is null or d.partner_id = $2)
        and ($3::text is null or coalesce(a.answer, 'proposed') = $3) and ($4::uuid is null or d.id < $4)
      order by d.id desc limit $5`,
    [workspaceId, filter.partnerId, filter.state, filter.before, filter.limit],
  );
  return rows.map(recordOf);
}

/** What was entered under this id, or null. */
export async function findDetails(tx: Tx, workspaceId: string, id: string): Promise<DetailsRecord | null> {
  const [row] = await tx.query<DetailsRow>(`${selected} where d.workspace_id = $1 and d.id = $2`, [workspaceId, id]);
  return row === undefined ? null : recordOf(row);
}

/** The details of each of these partners in force that day, by partner; of several from one day those accepted last. */
export async function detailsOn(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
  on: LocalDate,
): Promise<Map<string, DetailsRecord>> {
  const rows = await tx.query<DetailsRow>(
    `select distinct on (s.partner_id) s.* from (
       ${selected} where d.workspace_id = $1 and d.partner_id = any($2::uuid[]) and d.valid_from <= $3::date and a.answer = 'accepted'
     ) s order by s.partner_id, s.valid_from desc, s.answered_at desc, s.id desc`,
    [workspaceId, partnerIds, on],
  );
  return new Map(rows.map((row) => [row.partner_id, recordOf(row)]));
}

export interface NewDetails extends Omit<DetailsRecord, 'partnerName' | 'state' | 'decidedAt' | 'reason'> {
  readonly enteredBy: string;
}

export async function insertDetails(tx: Tx, workspaceId: string, details: NewDetails): Promise<void> {
  await tx.query(
    `insert into tax_details (workspace_id, id, partner_id, valid_from, kind, country, legal_name, legal_form, address, siren, siret,
       vat_status, vat_number, sealed, has_birth_date, has_local_tax_id, entered_at, entered_by, by_partner)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      workspaceId,
      details.id,
      details.partnerId,
      details.validFrom,
      details.kind,
      details.country,
      details.legalName,
      details.legalForm,
      details.address === null ? null : JSON.stringify(details.address),
      details.siren,
      details.siret,
      details.vatStatus,
      details.vatNumber,
      details.sealed,
      details.hasBirthDate,
      details.hasLocalTaxId,
      new Date(details.enteredAt),
      details.enteredBy,
      details.byPartner,
    ],
  );
}

export interface DetailsDecision {
  readonly answer: 'accepted' | 'refused';
  readonly at: Instant;
  readonly by: string;
  readonly reason: string | null;
}

/** Answers what was proposed; false when somebody did before. */
export async function answerDetails(
  tx: Tx,
  workspaceId: string,
  id: string,
  { answer, at, by, reason }: DetailsDecision,
): Promise<boolean> {
  const rows = await tx.query<{ details_id: string }>(
    `insert into tax_details_answer (workspace_id, details_id, answer, answered_at, answered_by, reason)
     values ($1, $2, $3, $4, $5, $6) on conflict (workspace_id, details_id) do nothing returning details_id`,
    [workspaceId, id, answer, new Date(at), by, reason],
  );
  return rows.length === 1;
}

/** What the partner proposed before, and nobody answered, is replaced by what it proposes now. */
export async function replaceProposals(tx: Tx, workspaceId: string, partnerId: string, at: Instant, by: string): Promise<void> {
  await tx.query(
    `insert into tax_details_answer (workspace_id, details_id, answer, answered_at, answered_by)
     select d.workspace_id, d.id, 'replaced', $3, $4 from tax_details d
      where d.workspace_id = $1 and d.partner_id = $2
        and not exists (select 1 from tax_details_answer a where a.workspace_id = d.workspace_id and a.details_id = d.id)
     on conflict (workspace_id, details_id) do nothing`,
    [workspaceId, partnerId, new Date(at), by],
  );
}

function recordOf(row: DetailsRow): DetailsRecord {
  return {
    id: row.id,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    state: row.state,
    validFrom: row.valid_from,
    kind: row.kind,
    country: row.country,
    legalName: row.legal_name,
    legalForm: row.legal_form,
    address: row.address,
    siren: row.siren,
    siret: row.siret,
    vatStatus: row.vat_status,
    vatNumber: row.vat_number,
    sealed: row.sealed,
    hasBirthDate: row.has_birth_date,
    hasLocalTaxId: row.has_local_tax_id,
    enteredAt: row.entered_at,
    byPartner: row.by_partner,
    decidedAt: row.answered_at,
    reason: row.reason,
  };
}
