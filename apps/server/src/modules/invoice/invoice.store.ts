import type { ListInvoices } from '@cordee/contract/invoice';
import type { invoiceStepKinds } from '@cordee/contract/invoice-answers';
import type { Language } from '@cordee/contract/language';
import type { InvoiceDocument, InvoiceState } from '@cordee/core/invoice';
import type { VatCategory } from '@cordee/core/tax';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';

export interface InvoiceRecord {
  readonly id: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly type: '389' | '261' | '380';
  readonly number: string;
  readonly place: number | null;
  readonly state: InvoiceState;
  readonly currency: string;
  readonly net: bigint;
  readonly vat: bigint;
  readonly vatCategory: VatCategory;
  readonly vatRate: number;
  readonly selfAssessed: bigint;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly periodFrom: LocalDate;
  readonly periodTo: LocalDate;
  readonly mandateId: string | null;
  readonly language: Language;
  /** null of what a partner sent. */
  readonly document: InvoiceDocument | null;
  readonly createdAt: Instant;
  readonly deliveredAt: Instant | null;
  readonly contestUntil: Instant | null;
  readonly handedAt: Instant | null;
}

interface Row {
  id: string;
  partner_id: string;
  partner_name: string;
  type: InvoiceRecord['type'];
  number: string;
  place: number | null;
  state: InvoiceState;
  currency: string;
  net: bigint;
  vat: bigint;
  vat_category: VatCategory;
  vat_rate: number;
  self_assessed: bigint;
  issued_on: LocalDate;
  due_on: LocalDate | null;
  period_from: LocalDate;
  period_to: LocalDate;
  mandate_id: string | null;
  language: Language;
  document: unknown;
  created_at: Instant;
  delivered_at: Instant | null;
  contest_until: Instant | null;
  handed_at: Instant | null;
}

const selected = `select i.id, i.partner_id, p.name as partner_name, i.type, i.number, i.place, i.state, i.currency, i.net, i.vat,
    i.vat_category, i.vat_rate, i.self_assessed, i.issued_on::text as issued_on, i.due_on::text as due_on,
    i.period_from::text as period_from, i.period_to::text as period_to, i.mandate_id, i.language, i.document, i.created_at,
    i.delivered_at, i.contest_until, h.handed_at
  from invoice i
  join partner p on p.workspace_id = i.workspace_id and p.id = i.partner_id
  left join invoice_handover h on h.workspace_id = i.workspace_id and h.invoice_id = i.id`;

export interface InvoiceFilter {
  readonly partnerId: string | null;
  readonly type?: ListInvoices['type'];
  readonly state?: ListInvoices['state'];
  readonly period?: ListInvoices['period'];
  readonly handedOver?: ListInvoices['handedOver'];
  /** Ids sort by the time they were made out. */
  readonly before: string | null;
  readonly limit: number;
}

/** Documents, newest first. */
export async function selectInvoices(tx: Tx, workspaceId: string, filter: InvoiceFilter): Promise<InvoiceRecord[]> {
  const rows = await tx.query<Row>(
    `${selected} where i.workspace_id = $1 and ($2::uuid is null or i.partner_id = $2) and ($3::text is null or i.type = $3)
        and ($4::text is null or i.state = $4 or ($4 = 'open' and i.state in ('issued', 'delivered', 'contested', 'submitted')))
        and ($5::text is null or $5 between to_char(i.period_from, 'YYYY-MM') and to_char(i.period_to, 'YYYY-MM'))
        and ($6::boolean is null or ($6 = (h.handed_at is not null) and i.type <> '380'))
        and ($7::uuid is null or i.id < $7)
      order by i.id desc limit $8`,
    [
      workspaceId,
      filter.partnerId,
      filter.type ?? null,
      filter.state ?? null,
      filter.period ?? null,
      filter.handedOver === undefined ? null : filter.handedOver === 'yes',
      filter.before,
      filter.limit,
    ],
  );
  return rows.map(recordOf);
}

/** A document, or null: of this partner only, unless null. */
export async function findInvoice(
  tx: Tx,
  workspaceId: string,
  id: string,
  partnerId: string | null,
): Promise<InvoiceRecord | null> {
  const [row] = await tx.query<Row>(
    `${selected} where i.workspace_id = $1 and i.id = $2 and ($3::uuid is null or i.partner_id = $3)`,
    [workspaceId, id, partnerId],
  );
  return row === undefined ? null : recordOf(row);
}

/** Waits until nobody else changes the document. */
export async function holdInvoice(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.query(`select id from invoice where workspace_id = $1 and id = $2 for update`, [workspaceId, id]);
}

export interface InvoiceStepRecord {
  readonly number: number;
  readonly at: Instant;
  readonly kind: (typeof invoiceStepKinds)[number];
  readonly side: 'company' | 'partner' | 'clock' | 'platform';
  readonly actor: Actor;
  readonly text: string | null;
  readonly platformCode: string | null;
  readonly platformAt: Instant | null;
}

/** Everything that happened to a document, in order. */
export async function selectSteps(tx: Tx, workspaceId: string, id: string): Promise<InvoiceStepRecord[]> {
  return tx.query<InvoiceStepRecord>(
    `select number, at, kind, side, actor, text, platform_code as "platformCode", platform_at as "platformAt"
       from invoice_step where workspace_id = $1 and invoice_id = $2 order by number`,
    [workspaceId, id],
  );
}

export interface Related {
  readonly invoiceId: string;
  readonly number: string;
  readonly net: bigint;
}

/** What a credit note takes back, or by what an invoice was. */
export async function selectCredits(tx: Tx, workspaceId: string, id: string, direction: 'of' | 'by'): Promise<Related[]> {
  const [own, other] = direction === 'of' ? ['invoice_id', 'credited_id'] : ['credited_id', 'invoice_id'];
  return tx.query<Related>(
    `select k.${other} as "invoiceId", o.number, k.net from invoice_credit k
       join invoice o on o.workspace_id = k.workspace_id and o.id = k.${other}
      where k.workspace_id = $1 and k.${own} = $2 order by o.id`,
    [workspaceId, id],
  );
}

/** The statements that stand on a document. */
export async function selectStatementIds(tx: Tx, workspaceId: string, id: string): Promise<string[]> {
  const rows = await tx.query<{ statement_id: string }>(
    `select statement_id from invoice_part where workspace_id = $1 and invoice_id = $2 and statement_id is not null order by number`,
    [workspaceId, id],
  );
  return rows.map((row) => row.statement_id);
}

/** What the months a document is about come to. */
export async function sumOfParts(tx: Tx, workspaceId: string, id: string): Promise<bigint> {
  const [row] = await tx.query<{ net: bigint | null }>(
    `select sum(net)::bigint as net from invoice_part where workspace_id = $1 and invoice_id = $2`,
    [workspaceId, id],
  );
  return row?.net ?? 0n;
}

function recordOf(row: Row): InvoiceRecord {
  return {
    id: row.id,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    type: row.type,
    number: row.number,
    place: row.place,
    state: row.state,
    currency: row.currency,
    net: row.net,
    vat: row.vat,
    vatCategory: row.vat_category,
    vatRate: row.vat_rate,
    selfAssessed: row.self_assessed,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    mandateId: row.mandate_id,
    language: row.language,
    document: row.type === '380' ? null : readDocument(row.document),
    createdAt: row.created_at,
    deliveredAt: row.delivered_at,
    contestUntil: row.contest_until,
    handedAt: row.handed_at,
  };
}

type Kept = Omit<InvoiceDocument, 'lines' | 'vatInBooks'> & {
  readonly lines: readonly (Omit<InvoiceDocument['lines'][number], 'net'> & { readonly net: string })[];
  readonly vatInBooks: { readonly currency: string; readonly amount: string } | null;
};

/** Amounts are kept as texts: JSON has no whole numbers of that size. */
export function keptDocument(document: InvoiceDocument): Kept {
  const { vatInBooks } = document;
  return {
    ...document,
    lines: document.lines.map((line) => ({ ...line, net: String(line.net) })),
    vatInBooks: vatInBooks === null ? null : { ...vatInBooks, amount: String(vatInBooks.amount) },
  };
}

function readDocument(kept: unknown): InvoiceDocument {
  const document = kept as Kept;
  const { vatInBooks } = document;
  return {
    ...document,
    lines: document.lines.map((line) => ({ ...line, net: BigInt(line.net) })),
    vatInBooks: vatInBooks === null ? null : { ...vatInBooks, amount: BigInt(vatInBooks.amount) },
  };
}
