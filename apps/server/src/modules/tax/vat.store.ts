import type { taxProofKinds } from '@cordee/contract/tax-details';
import type { VatState } from '@cordee/core/tax';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

/** An answer about a VAT number, or that there was none. */
export interface VatCheck {
  readonly id: string;
  readonly partnerId: string;
  readonly vatNumber: string;
  readonly state: Exclude<VatState, 'not_checked'>;
  readonly cause: string | null;
  readonly checkedAt: Instant;
  readonly consultationNumber: string | null;
  readonly name: string | null;
  readonly raw: unknown;
}

interface CheckRow {
  id: string;
  partner_id: string;
  vat_number: string;
  state: VatCheck['state'];
  cause: string | null;
  checked_at: Instant;
  consultation_number: string | null;
  name: string | null;
  raw: unknown;
}

const columns = `c.id, c.partner_id, c.vat_number, c.state, c.cause, c.checked_at, c.consultation_number, c.name, c.raw`;

export async function insertCheck(tx: Tx, workspaceId: string, check: VatCheck): Promise<void> {
  await tx.query(
    `insert into vat_check (workspace_id, id, partner_id, vat_number, state, cause, checked_at, consultation_number, name, raw)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      workspaceId,
      check.id,
      check.partnerId,
      check.vatNumber,
      check.state,
      check.cause,
      new Date(check.checkedAt),
      check.consultationNumber,
      check.name,
      JSON.stringify(check.raw),
    ],
  );
}

/** The checks of a partner's numbers, newest first. */
export async function selectChecks(
  tx: Tx,
  workspaceId: string,
  partnerId: string,
  before: string | null,
  limit: number,
): Promise<VatCheck[]> {
  const rows = await tx.query<CheckRow>(
    `select ${columns} from vat_check c where c.workspace_id = $1 and c.partner_id = $2 and ($3::uuid is null or c.id < $3)
      order by c.id desc limit $4`,
    [workspaceId, partnerId, before, limit],
  );
  return rows.map(checkOf);
}

/** The newest check of each partner and number, and the newest that found an answer. */
export async function newestChecks(tx: Tx, workspaceId: string, partnerIds: readonly string[]): Promise<readonly VatCheck[]> {
  const rows = await tx.query<CheckRow>(
    `select distinct on (c.partner_id, c.vat_number, c.state) ${columns} from vat_check c
      where c.workspace_id = $1 and c.partner_id = any($2::uuid[]) order by c.partner_id, c.vat_number, c.state, c.id desc`,
    [workspaceId, partnerIds],
  );
  return rows.map(checkOf);
}

export interface DueNumber {
  readonly partnerId: string;
  readonly vatNumber: string;
}

/** VAT numbers in force today, of these partners or of all, whose last answer is older than `answered`, and whose last try is older than `tried`. */
export async function selectDue(
  tx: Tx,
  workspaceId: string,
  {
    today,
    answered,
    tried,
    limit,
    partnerIds = null,
  }: { today: LocalDate; answered: Instant; tried: Instant; limit: number; partnerIds?: readonly string[] | null },
): Promise<DueNumber[]> {
  const rows = await tx.query<{ partner_id: string; vat_number: string }>(
    `select s.partner_id, s.vat_number from (
       select distinct on (d.partner_id) d.partner_id, d.vat_number from tax_details d
         join tax_details_answer a on a.workspace_id = d.workspace_id and a.details_id = d.id and a.answer = 'accepted'
        where d.workspace_id = $1 and d.valid_from <= $2::date and ($6::uuid[] is null or d.partner_id = any($6::uuid[]))
        order by d.partner_id, d.valid_from desc, a.answered_at desc, d.id desc
     ) s
      where s.vat_number is not null
        and not exists (select 1 from vat_check c where c.workspace_id = $1 and c.partner_id = s.partner_id
          and c.vat_number = s.vat_number and c.checked_at > case when c.state = 'unavailable' then $4::timestamptz else $3::timestamptz end)
      order by s.partner_id limit $5`,
    [workspaceId, today, new Date(answered), new Date(tried), limit, partnerIds],
  );
  return rows.map((row) => ({ partnerId: row.partner_id, vatNumber: row.vat_number }));
}

/** Whether the number is one of those accepted for the partner, whatever the day. */
export async function isNumberOf(tx: Tx, workspaceId: string, { partnerId, vatNumber }: DueNumber): Promise<boolean> {
  const rows = await tx.query<{ found: number }>(
    `select 1 as found from tax_details d
       join tax_details_answer a on a.workspace_id = d.workspace_id and a.details_id = d.id and a.answer = 'accepted'
      where d.workspace_id = $1 and d.partner_id = $2 and d.vat_number = $3 limit 1`,
    [workspaceId, partnerId, vatNumber],
  );
  return rows.length === 1;
}

/** What somebody of the company vouched for. */
export interface TaxProof {
  readonly id: string;
  readonly partnerId: string;
  readonly kind: (typeof taxProofKinds)[number];
  readonly vatNumber: string | null;
  readonly reference: string;
  readonly note: string | null;
  readonly enteredAt: Instant;
  readonly enteredBy: string;
}

export async function insertProof(tx: Tx, workspaceId: string, proof: TaxProof): Promise<void> {
  await tx.query(
    `insert into tax_proof (workspace_id, id, partner_id, kind, vat_number, reference, note, entered_at, entered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      workspaceId,
      proof.id,
      proof.partnerId,
      proof.kind,
      proof.vatNumber,
      proof.reference,
      proof.note,
      new Date(proof.enteredAt),
      proof.enteredBy,
    ],
  );
}

interface ProofRow {
  id: string;
  partner_id: string;
  kind: TaxProof['kind'];
  vat_number: string | null;
  reference: string;
  note: string | null;
  entered_at: Instant;
  entered_by: string;
}

/** The proofs of these partners, newest first. */
export async function selectProofs(tx: Tx, workspaceId: string, partnerIds: readonly string[]): Promise<TaxProof[]> {
  const rows = await tx.query<ProofRow>(
    `select id, partner_id, kind, vat_number, reference, note, entered_at, entered_by from tax_proof
      where workspace_id = $1 and partner_id = any($2::uuid[]) order by id desc`,
    [workspaceId, partnerIds],
  );
  return rows.map((row) => ({
    id: row.id,
    partnerId: row.partner_id,
    kind: row.kind,
    vatNumber: row.vat_number,
    reference: row.reference,
    note: row.note,
    enteredAt: row.entered_at,
    enteredBy: row.entered_by,
  }));
}

function checkOf(row: CheckRow): VatCheck {
  return {
    id: row.id,
    partnerId: row.partner_id,
    vatNumber: row.vat_number,
    state: row.state,
    cause: row.cause,
    checkedAt: row.checked_at,
    consultationNumber: row.consultation_number,
    name: row.name,
    raw: row.raw,
  };
}
