import { currencyExponent, type Money } from '../money/index.ts';
import { holdsOn, vatCategories } from '../tax/index.ts';
import type { AddFault } from './invoice-fault.ts';
import type { FaultTerms } from './invoice-rules.ts';
import { hasLines, type StatedInvoice, type StatedTreatment, type StatedVat } from './stated-invoice.ts';
import { vatOn } from './totals.ts';

/** The most an amount may be: what a JSON number carries exactly. */
export const LARGEST_AMOUNT = 9_007_199_254_740_991n;

/** Whether an invoice's figures are those its lines and rates come to, exactly. */
export function amountFaults(invoice: StatedInvoice, terms: FaultTerms, add: AddFault): void {
  rangeFaults(invoice, add);
  signFaults(invoice, terms, add);
  sumFaults(invoice, add);
  for (const [index, row] of invoice.breakdown.entries()) {
    treatmentFaults(row, `breakdown[${index}]`, invoice, terms, add);
    exemptionFaults(row, `breakdown[${index}]`, add);
    if (row.vat !== vatOn(row.basis, row.rate ?? 0)) {
      add(`breakdown[${index}].vat`, 'vat', money(vatOn(row.basis, row.rate ?? 0), invoice));
    }
  }
  if (hasLines(invoice.profile) && invoice.lines.length > 0) basisFaults(invoice, add);
  booksFaults(invoice, terms, add);
}

function rangeFaults({ lines, breakdown, totals, currency, vatInBooks }: StatedInvoice, add: AddFault): void {
  const check = (path: string, amount: bigint | null | undefined, code: string) => {
    if (amount === null || amount === undefined) return;
    if (amount > LARGEST_AMOUNT || amount < -LARGEST_AMOUNT) add(path, 'range');
    // EN 16931 has two decimals at most (BR-DEC-*).
    const beyond = 10n ** BigInt(Math.max(0, (currencyExponent(code) ?? 0) - 2));
    if (amount % beyond !== 0n) add(path, 'decimals', code);
  };
  for (const [index, { net }] of lines.entries()) check(`lines[${index}].net`, net, currency);
  for (const [index, { basis, vat }] of breakdown.entries()) {
    check(`breakdown[${index}].basis`, basis, currency);
    check(`breakdown[${index}].vat`, vat, currency);
  }
  for (const field of ['net', 'vat', 'gross', 'due'] as const) check(`totals.${field}`, totals[field], currency);
  check('vatInBooks', vatInBooks?.amount, vatInBooks?.currency ?? '');
}

/** Wholly negative documents exist nowhere, though validators let them pass: what is given back is a credit note, whose lines are above zero. */
function signFaults({ lines, totals }: StatedInvoice, { isCredit, isSelfBilled }: FaultTerms, add: AddFault): void {
  if (totals.gross < 0n || totals.net < 0n || (isSelfBilled && totals.net === 0n)) add('totals.net', 'not_positive');
  if (!isCredit) return;
  for (const [index, { net }] of lines.entries()) if (net <= 0n) add(`lines[${index}].net`, 'not_positive');
}

function sumFaults(invoice: StatedInvoice, add: AddFault): void {
  const { totals, lines, breakdown, allowances, profile } = invoice;
  const expect = (
    path: 'lines' | 'net' | 'vat' | 'gross' | 'due',
    code: 'line_sum' | 'net' | 'vat' | 'gross' | 'due',
    right: bigint,
  ) => {
    if ((totals[path] ?? 0n) !== right) add(`totals.${path}`, code, money(right, invoice));
  };
  if (hasLines(profile)) expect('lines', 'line_sum', sum(lines.map(({ net }) => net)));
  if (totals.lines !== null) {
    const beside = sum(allowances.map(({ isCharge, amount }) => (isCharge ? amount : -amount)));
    expect('net', 'net', totals.lines + beside);
  }
  if (breakdown.length > 0) expect('vat', 'vat', sum(breakdown.map(({ vat }) => vat)));
  expect('gross', 'gross', totals.net + (totals.vat ?? 0n));
  expect('due', 'due', totals.gross - (totals.prepaid ?? 0n) + (totals.rounding ?? 0n));
}

/** What each treatment of the lines, and what stands beside them, comes to. */
function basisFaults(invoice: StatedInvoice, add: AddFault): void {
  const { lines, allowances, breakdown } = invoice;
  const expected = new Map<string, bigint>();
  const put = (one: StatedTreatment, amount: bigint) => expected.set(keyOf(one), (expected.get(keyOf(one)) ?? 0n) + amount);
  for (const line of lines) put(line, line.net);
  for (const one of allowances) put(one, one.isCharge ? one.amount : -one.amount);
  for (const [index, row] of breakdown.entries()) {
    const right = expected.get(keyOf(row));
    expected.delete(keyOf(row));
    if (right !== row.basis) add(`breakdown[${index}].basis`, 'basis', money(right ?? 0n, invoice));
  }
  for (const missing of expected.keys()) add('breakdown', 'breakdown_missing', missing);
}

/** Category and rate; O has none, which counts as zero. */
function keyOf({ category, rate }: StatedTreatment): string {
  return `${category} ${percent(rate ?? 0)}`;
}

function treatmentFaults(
  { category, rate }: StatedVat,
  path: string,
  { issuedOn }: StatedInvoice,
  { rules, isDomestic }: FaultTerms,
  add: AddFault,
): void {
  if (!(vatCategories as readonly string[]).includes(category)) add(`${path}.category`, 'category', category);
  if (category === 'S' && (rate ?? 0) === 0) add(`${path}.rate`, 'rate_zero');
  if (category !== 'S' && (rate ?? 0) !== 0) add(`${path}.rate`, 'rate_not_zero', category);
  if (!isDomestic || rate === null || rate === 0) return;
  if (!rules.rates.some((one) => one.rate === rate && holdsOn(one, issuedOn))) add(`${path}.rate`, 'rate_unknown', percent(rate));
}

/** Who asks for no VAT says why; who asks for some, or for zero of it, has nothing to excuse (BR-S-10, BR-Z-10). */
function exemptionFaults({ category, exemption }: StatedVat, path: string, add: AddFault): void {
  const isExplained = exemption !== null && ((exemption.code ?? '') !== '' || (exemption.text ?? '').trim() !== '');
  if (['E', 'AE', 'K', 'G', 'O'].includes(category) && !isExplained) add(`${path}.exemption`, 'exemption_missing', category);
  if (['S', 'Z'].includes(category) && exemption !== null) add(`${path}.exemption`, 'exemption_forbidden', category);
}

/** VAT is declared in the currency of the country, whatever the invoice is in (BR-53, BR-FR-CO-12). */
function booksFaults({ currency, vatInBooks, totals }: StatedInvoice, terms: FaultTerms, add: AddFault): void {
  const { rules, isDomestic, isSelfBilled } = terms;
  if (vatInBooks === null) {
    if (currency !== rules.currency && (isDomestic || isSelfBilled)) add('vatInBooks', 'books_vat_missing', rules.currency);
    return;
  }
  const vat = totals.vat ?? 0n;
  const isSame = vatInBooks.currency === currency || currencyExponent(vatInBooks.currency) === null;
  // A rate of exchange never turns something into nothing above the smallest unit, nor its sign round.
  if (isSame || (vat === 0n && vatInBooks.amount !== 0n) || vat * vatInBooks.amount < 0n) add('vatInBooks', 'books_vat');
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}

function money(amount: bigint, { currency }: StatedInvoice): Money {
  return { amount, currency };
}

/** 2000 as `20`, 550 as `5.5`. */
function percent(rate: number): string {
  return String(rate / 100);
}
