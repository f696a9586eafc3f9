import type { InvoiceFault, StatedInvoice } from '@cordee/core/invoice';
import type { LocalDate } from '@cordee/core/time';
import { attributeOf, type Element, elementsAt, textAt } from '../../../platform/xml/index.ts';

/** Reads figures strictly, and notes down what it could not read. */
export interface Reader {
  readonly currency: string;
  readonly faults: InvoiceFault[];
  /** Minor units, of the invoice's currency unless another is named. */
  amountOf(element: Element, path: string, code?: string): bigint;
  /** Null where nothing stands. */
  amount(from: Element, at: string, path: string): bigint | null;
  /** As `amount`; a fault where nothing stands. */
  needed(from: Element, at: string, path: string): bigint;
  day(from: Element, at: string, path: string): LocalDate | null;
  /** Hundredths of a percent. */
  rate(from: Element, path: string): number | null;
  period(from: Element, path: string): StatedInvoice['period'];
}

type Amounts = Pick<StatedInvoice, 'lines' | 'allowances' | 'breakdown' | 'totals' | 'vatInBooks'>;

/** Lines, what stands beside them, the VAT breakdown and the totals. */
export function readAmounts(transaction: Element, settlement: Element, reader: Reader): Amounts {
  const [sums = {}] = elementsAt(settlement, 'SpecifiedTradeSettlementHeaderMonetarySummation');
  const taxes = elementsAt(sums, 'TaxTotalAmount');
  const books = textAt(settlement, 'TaxCurrencyCode');
  const inCurrency = taxes.find((one) => [null, reader.currency].includes(attributeOf(one, 'currencyID')));
  const inBooks = taxes.find((one) => one !== inCurrency && attributeOf(one, 'currencyID') === books);
  return {
    lines: elementsAt(transaction, 'IncludedSupplyChainTradeLineItem')
      .filter(isDetail)
      .map((line, index) => lineOf(line, index, reader)),
    allowances: elementsAt(settlement, 'SpecifiedTradeAllowanceCharge').map((one, index) => allowanceOf(one, index, reader)),
    breakdown: elementsAt(settlement, 'ApplicableTradeTax').map((row, index) => vatOf(row, index, reader)),
    totals: {
      lines: reader.amount(sums, 'LineTotalAmount', 'totals.lines'),
      allowances: reader.amount(sums, 'AllowanceTotalAmount', 'totals.allowances'),
      charges: reader.amount(sums, 'ChargeTotalAmount', 'totals.charges'),
      net: reader.needed(sums, 'TaxBasisTotalAmount', 'totals.net'),
      vat: inCurrency === undefined ? null : reader.amountOf(inCurrency, 'totals.vat'),
      gross: reader.needed(sums, 'GrandTotalAmount', 'totals.gross'),
      prepaid: reader.amount(sums, 'TotalPrepaidAmount', 'totals.prepaid'),
      rounding: reader.amount(sums, 'RoundingAmount', 'totals.rounding'),
      due: reader.needed(sums, 'DuePayableAmount', 'totals.due'),
    },
    vatInBooks:
      books === null || inBooks === undefined ? null : { currency: books, amount: reader.amountOf(inBooks, 'vatInBooks', books) },
  };
}

/** In the extended profile lines may head others, or only inform: they count for nothing. */
function isDetail(line: Element): boolean {
  const status = textAt(line, 'AssociatedDocumentLineDocument/LineStatusReasonCode');
  return status !== 'GROUP' && status !== 'INFORMATION';
}

function lineOf(line: Element, index: number, reader: Reader): Amounts['lines'][number] {
  const path = `lines[${index}]`;
  const [settlement = {}] = elementsAt(line, 'SpecifiedLineTradeSettlement');
  const [tax = {}] = elementsAt(settlement, 'ApplicableTradeTax');
  return {
    name: textAt(line, 'SpecifiedTradeProduct/Name') ?? '',
    description: textAt(line, 'SpecifiedTradeProduct/Description'),
    net: reader.needed(settlement, 'SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount', `${path}.net`),
    category: textAt(tax, 'CategoryCode') ?? '',
    rate: reader.rate(tax, `${path}.rate`),
    period: reader.period(settlement, `${path}.period`),
  };
}

function allowanceOf(one: Element, index: number, reader: Reader): Amounts['allowances'][number] {
  const path = `allowances[${index}]`;
  const [tax = {}] = elementsAt(one, 'CategoryTradeTax');
  return {
    isCharge: ['true', '1'].includes(textAt(one, 'ChargeIndicator/Indicator') ?? ''),
    amount: reader.needed(one, 'ActualAmount', `${path}.amount`),
    category: textAt(tax, 'CategoryCode') ?? '',
    rate: reader.rate(tax, `${path}.rate`),
  };
}

function vatOf(row: Element, index: number, reader: Reader): Amounts['breakdown'][number] {
  const path = `breakdown[${index}]`;
  const code = textAt(row, 'ExemptionReasonCode');
  const text = textAt(row, 'ExemptionReason');
  return {
    category: textAt(row, 'CategoryCode') ?? '',
    rate: reader.rate(row, `${path}.rate`),
    basis: reader.needed(row, 'BasisAmount', `${path}.basis`),
    vat: reader.needed(row, 'CalculatedAmount', `${path}.vat`),
    exemption: code === null && text === null ? null : { code, text },
    dueCode: textAt(row, 'DueDateTypeCode'),
  };
}
