import type { qualificationDecisions, qualificationStates } from '@cordee/contract/qualification';
import type { QuestionnaireDocument } from '@cordee/contract/questionnaire-values';
import type { Side } from '@cordee/core/partnership';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export type QualificationState = (typeof qualificationStates)[number];
export type DecisionKind = (typeof qualificationDecisions)[number];

interface Sealing {
  readonly seal: string;
  readonly at: Instant;
}

export interface QualificationRecord {
  readonly id: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly questionnaireId: string;
  readonly version: number;
  readonly document: QuestionnaireDocument;
  readonly hash: string;
  readonly state: QualificationState;
  readonly openedAt: Instant;
  readonly expiresAt: Instant;
  readonly isReminded: boolean;
  readonly revealedAt: Instant | null;
  readonly sealings: Readonly<Record<Side, Sealing | null>>;
  readonly withdrawnReason: string | null;
  readonly decision: { readonly kind: DecisionKind; readonly reason: string; readonly at: Instant } | null;
  readonly requalifyOn: LocalDate | null;
}

interface Row {
  id: string;
  partner_id: string;
  partner_name: string;
  questionnaire_id: string;
  version: number;
  document: QuestionnaireDocument;
  hash: string;
  state: QualificationState;
  opened_at: Instant;
  expires_at: Instant;
  reminded_at: Instant | null;
  company_seal: string | null;
  company_sealed_at: Instant | null;
  partner_seal: string | null;
  partner_sealed_at: Instant | null;
  revealed_at: Instant | null;
  withdrawn_reason: string | null;
  decision: DecisionKind | null;
  reason: string | null;
  decided_at: Instant | null;
  requalify_on: LocalDate | null;
}

export interface QualificationFilter {
  readonly ids?: readonly string[];
  readonly partnerId?: string | null;
  readonly state?: QualificationState | 'to_answer' | 'to_decide' | undefined;
  /** Whose answers are waited for. */
  readonly side?: Side;
  readonly before?: string | null;
  readonly limit: number;
}

const columns = `q.id, q.partner_id, p.name as partner_name, q.questionnaire_id, q.version, v.document, v.hash, q.state, q.opened_at,
  q.expires_at, q.reminded_at, q.company_seal, q.company_sealed_at, q.partner_seal, q.partner_sealed_at, q.revealed_at,
  q.withdrawn_reason, q.decision, q.reason, q.decided_at, q.requalify_on::text as requalify_on`;

/** Qualifications, newest first. */
export async function selectQualifications(
  tx: Tx,
  workspaceId: string,
  { ids, partnerId, state, side = 'company', before, limit }: QualificationFilter,
): Promise<QualificationRecord[]> {
  const rows = await tx.query<Row>(
    `select ${columns} from qualification q
       join partner p on p.workspace_id = q.workspace_id and p.id = q.partner_id
       join questionnaire_version v on v.workspace_id = q.workspace_id and v.questionnaire_id = q.questionnaire_id and v.version = q.version
      where q.workspace_id = $1 and ($2::uuid[] is null or q.id = any($2)) and ($3::uuid is null or q.partner_id = $3)
        and ($4::uuid is null or q.id < $4)
        and case $5::text
              when 'to_answer' then q.state = 'open' and case $6::text when 'company' then q.company_seal else q.partner_seal end is null
              when 'to_decide' then q.state = 'revealed' and q.decision is null
              else $5 is null or q.state = $5 end
      order by q.id desc limit $7`,
    [workspaceId, ids ?? null, partnerId ?? null, before ?? null, state ?? null, side, limit],
  );
  return rows.map(fromRow);
}

function fromRow(row: Row): QualificationRecord {
  const { decision: kind, reason, decided_at: decidedAt } = row;
  const sealing = (seal: string | null, at: Instant | null) => (seal === null || at === null ? null : { seal, at });
  return {
    id: row.id,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    questionnaireId: row.questionnaire_id,
    version: row.version,
    document: row.document,
    hash: row.hash,
    state: row.state,
    openedAt: row.opened_at,
    expiresAt: row.expires_at,
    isReminded: row.reminded_at !== null,
    revealedAt: row.revealed_at,
    sealings: {
      company: sealing(row.company_seal, row.company_sealed_at),
      partner: sealing(row.partner_seal, row.partner_sealed_at),
    },
    withdrawnReason: row.withdrawn_reason,
    decision: kind === null || reason === null || decidedAt === null ? null : { kind, reason, at: decidedAt },
    requalifyOn: row.requalify_on,
  };
}

/** Holds a qualification against everybody else until the end of the transaction; false when there is none. */
export async function lockQualification(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  const rows = await tx.query(`select id from qualification where workspace_id = $1 and id = $2 for update`, [workspaceId, id]);
  return rows.length === 1;
}

export interface NewQualification {
  readonly id: string;
  readonly partnerId: string;
  readonly questionnaireId: string;
  readonly version: number;
  readonly openedAt: Instant;
  readonly expiresAt: Instant;
}

/** False when one with this questionnaire is open for the partner already. */
export async function insertQualification(tx: Tx, workspaceId: string, made: NewQualification): Promise<boolean> {
  const rows = await tx.query(
    `insert into qualification (workspace_id, id, partner_id, questionnaire_id, version, state, opened_at, expires_at)
     values ($1, $2, $3, $4, $5, 'open', $6, $7)
     on conflict (workspace_id, partner_id, questionnaire_id) where state = 'open' do nothing returning id`,
    [workspaceId, made.id, made.partnerId, made.questionnaireId, made.version, new Date(made.openedAt), new Date(made.expiresAt)],
  );
  return rows.length === 1;
}

/** The open one of a partner with this questionnaire. */
export async function findOpen(tx: Tx, workspaceId: string, partnerId: string, questionnaireId: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select id from qualification where workspace_id = $1 and partner_id = $2 and questionnaire_id = $3 and state = 'open'`,
    [workspaceId, partnerId, questionnaireId],
  );
  return row?.id ?? null;
}

/** A side has sealed. */
export async function setSeal(tx: Tx, workspaceId: string, id: string, side: Side, { seal, at }: Sealing): Promise<void> {
  const [name, time] = side === 'company' ? ['company_seal', 'company_sealed_at'] : ['partner_seal', 'partner_sealed_at'];
  await tx.query(
    `update qualification set ${name} = $3, ${time} = $4 where workspace_id = $1 and id = $2 and state = 'open' and ${name} is null`,
    [workspaceId, id, seal, new Date(at)],
  );
}

export interface StateChange {
  readonly state: Exclude<QualificationState, 'open'>;
  readonly at: Instant;
  readonly withdrawnReason?: string;
}

/** An open one comes to its end. */
export async function endQualification(tx: Tx, workspaceId: string, id: string, change: StateChange): Promise<void> {
  await tx.query(
    `update qualification set state = $3, revealed_at = case when $3 = 'revealed' then $4::timestamptz end, withdrawn_reason = $5
      where workspace_id = $1 and id = $2 and state = 'open'`,
    [workspaceId, id, change.state, new Date(change.at), change.withdrawnReason ?? null],
  );
}

/** What the company decided. */
export async function setDecision(
  tx: Tx,
  workspaceId: string,
  id: string,
  { kind, reason, at, requalifyOn }: NonNullable<QualificationRecord['decision']> & { readonly requalifyOn: LocalDate | null },
): Promise<void> {
  await tx.query(
    `update qualification set decision = $3, reason = $4, decided_at = $5, requalify_on = $6 where workspace_id = $1 and id = $2`,
    [workspaceId, id, kind, reason, new Date(at), requalifyOn],
  );
}
