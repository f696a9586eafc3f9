import type { Tx } from '../../../platform/db/index.ts';

/** What moved in what is payable to a partner, in a closed month or on an invoice that was taken back, and stands on no document. */
export interface OpenMonth {
  readonly key: string;
  readonly source: 'statement' | 'credit_note';
  readonly partnerId: string;
  readonly partnerName: string;
  readonly currency: string;
  /** `2026-10`; of an invoice its first one. */
  readonly fromMonth: string;
  readonly toMonth: string;
  /** Of the statement within its month, or the number of the credit note. */
  readonly number: string;
  /** Of a credit note: the invoice it took back. */
  readonly replaces: string | null;
  readonly earned: bigint;
  readonly takenBack: bigint;
}

/** These move what is payable, but are no earnings: what was paid, exchanged, paid back, or is VAT of a document. */
const NO_EARNINGS = [
  'payout_started',
  'payout_confirmed',
  'payout_rejected',
  'exchange',
  'invoice',
  'credit_note',
  'debt_planned',
  'debt_kept_back',
  'debt_paid',
  'debt_waived',
  'debt_returned',
];

interface Row {
  key: string;
  source: OpenMonth['source'];
  partner_id: string;
  partner_name: string;
  currency: string;
  from_month: string;
  to_month: string;
  number: string;
  replaces: string | null;
  earned: bigint;
  taken_back: bigint;
}

/** Everything that is open, of these partners or of all, by partner, currency and month. */
export async function selectOpenMonths(tx: Tx, workspaceId: string, partnerIds: readonly string[] | null): Promise<OpenMonth[]> {
  const rows = await tx.query<Row>(
    `with months as (
       select s.id as key, s.partner_id, s.currency, s.month, s.number,
              coalesce(sum(m.amount) filter (where m.credit = 'payable'), 0)::bigint as earned,
              coalesce(sum(m.amount) filter (where m.debit = 'payable'), 0)::bigint as taken_back
         from statement s
         join period_closing c on c.workspace_id = s.workspace_id and c.month = s.month and c.state = 'closed'
         join posting m on m.workspace_id = s.workspace_id and m.partner_id = s.partner_id and m.currency = s.currency
          and m.fact_seq <= c.through_seq and m.effective_at < c.to_at
          and (m.effective_at >= c.from_at or m.fact_seq > c.after_seq)
          and (m.debit = 'payable' or m.credit = 'payable')
         join ledger_transaction t on t.workspace_id = m.workspace_id and t.fact_seq = m.fact_seq and t.kind <> all($3::text[])
        where s.workspace_id = $1 and s.number is not null and ($2::uuid[] is null or s.partner_id = any($2))
          and not exists (select from invoice_part h where h.workspace_id = s.workspace_id and h.statement_id = s.id and h.holds)
        group by s.id, s.partner_id, s.currency, s.month, s.number),
     open as (
       select key, 'statement' as source, partner_id, currency, month as from_month, month as to_month,
              month || '-' || lpad(number::text, 4, '0') as number, null as replaces, earned, taken_back
         from months where earned <> 0 or taken_back <> 0
       union all
       select i.id, 'credit_note', i.partner_id, i.currency, to_char(i.period_from, 'YYYY-MM'), to_char(i.period_to, 'YYYY-MM'),
              i.number, (select string_agg(o.number, ', ') from invoice_credit k
                           join invoice o on o.workspace_id = k.workspace_id and o.id = k.credited_id
                          where k.workspace_id = i.workspace_id and k.invoice_id = i.id), i.net, 0
         from invoice i
        where i.workspace_id = $1 and i.reopens and ($2::uuid[] is null or i.partner_id = any($2))
          and not exists (select from invoice_part h where h.workspace_id = i.workspace_id and h.reopened_id = i.id and h.holds))
     select o.*, p.name as partner_name from open o join partner p on p.workspace_id = $1 and p.id = o.partner_id
      order by p.name, o.partner_id, o.currency, o.from_month, o.number`,
    [workspaceId, partnerIds, NO_EARNINGS],
  );
  return rows.map((row) => ({
    key: row.key,
    source: row.source,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    currency: row.currency,
    fromMonth: row.from_month,
    toMonth: row.to_month,
    number: row.number,
    replaces: row.replaces,
    earned: row.earned,
    takenBack: row.taken_back,
  }));
}

/** An invoice made out in a partner's name, with what no credit note took back. */
export interface CreditableInvoice {
  readonly id: string;
  readonly partnerId: string;
  readonly currency: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly vat: unknown;
  readonly left: bigint;
}

/** Invoices of these partners of which something is left, in the order they were made out. */
export async function selectCreditable(tx: Tx, workspaceId: string, partnerIds: readonly string[]): Promise<CreditableInvoice[]> {
  const rows = await tx.query<{
    id: string;
    partner_id: string;
    currency: string;
    number: string;
    issued_on: string;
    vat: unknown;
    left: bigint;
  }>(
    `select * from (
       select i.id, i.partner_id, i.currency, i.number, i.issued_on::text as issued_on, i.document->'vat' as vat,
              i.net - coalesce((select sum(k.net) from invoice_credit k
                                 where k.workspace_id = i.workspace_id and k.credited_id = i.id), 0)::bigint as left
         from invoice i where i.workspace_id = $1 and i.type = '389' and i.partner_id = any($2::uuid[])) s
      where s.left > 0 order by s.id`,
    [workspaceId, partnerIds],
  );
  return rows.map(({ partner_id: partnerId, issued_on: issuedOn, ...row }) => ({ ...row, partnerId, issuedOn }));
}
