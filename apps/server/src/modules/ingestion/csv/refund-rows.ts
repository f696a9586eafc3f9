import type { FactBody, FactKind } from '@cordee/core/counting';
import { companySource } from '../../fact/index.ts';
import { rowHash, type ReadRow } from './conversion-rows.ts';
import { readAmount, readCurrency, readInstant, readText, RowReject } from './read-values.ts';
import { column, mustBePast, required, styleOf, type FileContext } from './row-view.ts';

const REASONS: Readonly<Record<string, FactKind>> = {
  '': 'refund',
  refund: 'refund',
  remboursement: 'refund',
  rembourse: 'refund',
  dispute_opened: 'dispute_opened',
  litige_ouvert: 'dispute_opened',
  dispute_won: 'dispute_won',
  litige_gagne: 'dispute_won',
  dispute_lost: 'dispute_lost',
  litige_perdu: 'dispute_lost',
};

/** Rows of a file of refunds and steps of disputes; without an amount, all that is left of the sale. */
export function refundRows(context: FileContext): ReadRow {
  const style = styleOf(context);
  const eventIdAt = required(context, 'eventId');
  const saleAt = required(context, 'saleEventId');
  const dateAt = column(context, 'occurredAt');
  const currencyAt = column(context, 'currency');
  const amountAt = column(context, 'amount');
  const lineAt = column(context, 'lineId');
  const reasonAt = column(context, 'reason');
  return (fields) => {
    const externalId = readText(eventIdAt(fields), 200, 'eventId');
    const sale = readText(saleAt(fields), 200, 'saleEventId');
    const kind = kindOf(reasonAt(fields));
    const dateText = dateAt(fields);
    const at =
      dateText === '' ? context.now : mustBePast(readInstant(dateText, style, 'occurredAt'), context.now, 'occurredAt', dateText);
    const currencyText = currencyAt(fields);
    const currency = currencyText === '' ? style.currency : readCurrency(currencyText);
    const amountText = amountAt(fields);
    const amount = amountText === '' ? null : readAmount(amountText, currency, style, 'amount');
    const line = readText(lineAt(fields), 100, 'lineId');
    if (line !== '' && amount === null) throw new RowReject('missing', 'amount', '');
    return {
      kind,
      source: companySource(kind),
      externalId,
      occurredAt: at,
      customer: null,
      currency: null,
      amount: amount === null ? null : BigInt(amount),
      target: { source: companySource('sale'), externalId: sale },
      strict: kind === 'refund',
      clickId: null,
      visitorId: null,
      inputHash: rowHash([externalId, dateText === '' ? '' : at, sale, kind, amount ?? '', line].join('\u001F')),
      body: JSON.stringify({
        ...(line === '' || amount === null ? {} : { lines: [{ id: line, quantity: 1, net: amount }] }),
        reason: kind,
      } satisfies FactBody),
    };
  };
}

function kindOf(text: string): FactKind {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .trim()
    .replace(/[\s-]+/g, '_');
  const kind = REASONS[plain];
  if (kind === undefined) throw new RowReject('choice', 'reason', text);
  return kind;
}
