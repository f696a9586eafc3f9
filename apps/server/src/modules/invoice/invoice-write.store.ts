import type { InvoiceState } from '@cordee/core/invoice';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { type InvoiceRecord, type InvoiceStepRecord, keptDocument } from './invoice.store.ts';

export interface NewPart {
  readonly statementId: string | null;
  readonly reopenedId: string | null;
  readonly net: bigint;
}

export interface NewInvoice extends Omit<InvoiceRecord, 'partnerName' | 'handedAt' | 'deliveredAt' | 'contestUntil'> {
  readonly decision: unknown;
  readonly reopens: boolean;
  readonly createdBy: string;
  readonly factSeq: bigint | null;
  readonly parts: readonly NewPart[];
  readonly credits: readonly { readonly invoiceId: string; readonly net: bigint }[];
}

/** Keeps a document with what stands on it. False when the partner has one of that number that holds. */
export async function insertInvoice(tx: Tx, workspaceId: string, invoice: NewInvoice): Promise<boolean> {
  const rows = await tx.query<{ id: string }>(
    `insert into invoice (workspace_id, id, partner_id, type, number, place, state, currency, net, vat, vat_category, vat_rate,
       self_assessed, issued_on, due_on, period_from, period_to, mandate_id, language, document, decision, reopens, created_at,
       created_by, fact_seq)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)
     on conflict (workspace_id, partner_id, number) where state <> 'refused' do nothing returning id`,
    [
      workspaceId,
      invoice.id,
      invoice.partnerId,
      invoice.type,
      invoice.number,
      invoice.place,
      invoice.state,
      invoice.currency,
      invoice.net,
      invoice.vat,
      invoice.vatCategory,
      invoice.vatRate,
      invoice.selfAssessed,
      invoice.issuedOn,
      invoice.dueOn,
      invoice.periodFrom,
      invoice.periodTo,
      invoice.mandateId,
      invoice.language,
      invoice.document === null ? '{}' : JSON.stringify(keptDocument(invoice.document)),
      JSON.stringify(invoice.decision),
      invoice.reopens,
      new Date(invoice.createdAt),
      invoice.createdBy,
      invoice.factSeq,
    ],
  );
  if (rows.length === 0) return false;
  const { parts, credits } = invoice;
  if (parts.length > 0) {
    await tx.query(
      `insert into invoice_part (workspace_id, invoice_id, number, statement_id, reopened_id, net)
       select $1, $2, t.place, t.statement, t.reopened, t.net
         from unnest($3::uuid[], $4::uuid[], $5::bigint[]) with ordinality as t (statement, reopened, net, place)`,
      [
        workspaceId,
        invoice.id,
        parts.map(({ statementId }) => statementId),
        parts.map(({ reopenedId }) => reopenedId),
        parts.map(({ net }) => net),
      ],
    );
  }
  if (credits.length > 0) {
    await tx.query(
      `insert into invoice_credit (workspace_id, invoice_id, credited_id, net)
       select $1, $2, t.credited, t.net from unnest($3::uuid[], $4::bigint[]) as t (credited, net)`,
      [workspaceId, invoice.id, credits.map(({ invoiceId }) => invoiceId), credits.map(({ net }) => net)],
    );
  }
  return true;
}

/** Where the series of a partner stands, held until the transaction ends; it begins at the first need. */
export async function holdSeries(
  tx: Tx,
  workspaceId: string,
  partnerId: string,
): Promise<{ series: number; lastNumber: number; lastOn: LocalDate | null }> {
  await tx.query(
    `insert into invoice_series (workspace_id, partner_id, series, last_number)
     select $1, $2, coalesce(max(series), 0) + 1, 0 from invoice_series where workspace_id = $1
     on conflict (workspace_id, partner_id) do nothing`,
    [workspaceId, partnerId],
  );
  const [row] = await tx.query<{ series: number; lastNumber: number; lastOn: LocalDate | null }>(
    `select series, last_number as "lastNumber", last_on::text as "lastOn" from invoice_series
      where workspace_id = $1 and partner_id = $2 for update`,
    [workspaceId, partnerId],
  );
  if (row === undefined) throw new Error(`the series of partner ${partnerId} was lost`);
  return row;
}

export async function moveSeries(
  tx: Tx,
  workspaceId: string,
  partnerId: string,
  lastNumber: number,
  lastOn: LocalDate,
): Promise<void> {
  await tx.query(`update invoice_series set last_number = $3, last_on = $4 where workspace_id = $1 and partner_id = $2`, [
    workspaceId,
    partnerId,
    lastNumber,
    lastOn,
  ]);
}

export type NewStep = Omit<InvoiceStepRecord, 'number' | 'platformCode' | 'platformAt'> &
  Partial<Pick<InvoiceStepRecord, 'platformCode' | 'platformAt'>>;

/** Adds what happened behind what happened before. */
export async function addStep(tx: Tx, workspaceId: string, id: string, step: NewStep): Promise<void> {
  await tx.query(
    `insert into invoice_step (workspace_id, invoice_id, number, at, kind, side, actor, text, platform_code, platform_at)
     select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9 from invoice_step
      where workspace_id = $1 and invoice_id = $2`,
    [
      workspaceId,
      id,
      new Date(step.at),
      step.kind,
      step.side,
      JSON.stringify(step.actor),
      step.text,
      step.platformCode ?? null,
      step.platformAt === undefined || step.platformAt === null ? null : new Date(step.platformAt),
    ],
  );
}

export interface InvoiceChange {
  readonly state: InvoiceState;
  readonly delivered?: { readonly at: Instant; readonly contestUntil: Instant };
  readonly factSeq?: bigint;
}

export async function changeInvoice(
  tx: Tx,
  workspaceId: string,
  id: string,
  { state, delivered, factSeq }: InvoiceChange,
): Promise<void> {
  await tx.query(
    `update invoice set state = $3, delivered_at = coalesce($4, delivered_at), contest_until = coalesce($5, contest_until),
       fact_seq = coalesce($6, fact_seq) where workspace_id = $1 and id = $2`,
    [
      workspaceId,
      id,
      state,
      delivered === undefined ? null : new Date(delivered.at),
      delivered === undefined ? null : new Date(delivered.contestUntil),
      factSeq ?? null,
    ],
  );
}

/** What stood on a document that was refused is open again. */
export async function freeParts(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.query(`update invoice_part set holds = false where workspace_id = $1 and invoice_id = $2`, [workspaceId, id]);
}
