import { isIban } from '../payment/index.ts';
import { currencyExponent } from '../money/index.ts';
import { holdsOn } from '../tax/index.ts';
import { isLocalDate } from '../time/index.ts';
import { amountFaults } from './amount-faults.ts';
import type { InvoiceDocument } from './document.ts';
import type { AddFault, InvoiceFault } from './invoice-fault.ts';
import type { FaultTerms, InvoiceRules } from './invoice-rules.ts';
import { partyFaults } from './party-faults.ts';
import { hasLines, stateInvoice, type StatedInvoice } from './stated-invoice.ts';
import { isXmlText } from './xml-text.ts';

/** UNTDID 1001: made out by the customer in the supplier's name. */
const SELF_BILLED: ReadonlySet<string> = new Set(['389', '261', '471', '500']);
/** Types that ask for money, and those that give it back. */
const INVOICES: ReadonlySet<string> = new Set('380 384 386 388 389 393 395 471 472 473 500 501 326 575 623 780 82 84'.split(' '));
const CREDITS: ReadonlySet<string> = new Set('261 262 296 308 381 396 420 458 502 503 532 81 83'.split(' '));

/** In the French rules BR-FR-01 and 02, which we keep for everything we number ourselves. */
const NUMBER = /^[A-Za-z0-9+\-_/]{1,35}$/;

/** Whether an invoice is made out by the customer. */
export function isSelfBilled({ type }: Pick<StatedInvoice, 'type'>): boolean {
  return SELF_BILLED.has(type);
}

/** Whether an invoice gives money back: its amounts stand above zero. */
export function isCreditNote({ type }: Pick<StatedInvoice, 'type'>): boolean {
  return CREDITS.has(type);
}

/** Everything that is wrong with a document of ours; empty: it can be made out. */
export function invoiceFaults(document: InvoiceDocument, rules: InvoiceRules): InvoiceFault[] {
  return statedFaults(stateInvoice(document), rules);
}

/** Everything that is wrong with what an invoice says, ours or another's. */
export function statedFaults(invoice: StatedInvoice, rules: InvoiceRules): InvoiceFault[] {
  const faults: InvoiceFault[] = [];
  const add: AddFault = (path, code, about) => faults.push({ path, code, about: about ?? null });
  const isDomestic = [invoice.seller, invoice.buyer].every(({ address }) => rules.domestic.includes(address.country));
  const terms = { rules, isDomestic, isSelfBilled: isSelfBilled(invoice), isCredit: isCreditNote(invoice) };
  headFaults(invoice, terms, add);
  textFaults(invoice, add);
  partyFaults(invoice, terms, add);
  if (currencyExponent(invoice.currency) === null) add('currency', 'currency', invoice.currency);
  else amountFaults(invoice, terms, add);
  noteFaults(invoice, terms, add);
  mentionFaults(invoice, terms, add);
  const iban = invoice.payment?.iban ?? null;
  if (iban !== null && !isIban(iban)) add('payment.iban', 'iban');
  return faults;
}

function headFaults(invoice: StatedInvoice, { isDomestic, isSelfBilled: isOurs }: FaultTerms, add: AddFault): void {
  const { number, type, issuedOn, dueOn, period, preceding, lines } = invoice;
  const isStrict = isDomestic || isOurs;
  if (isStrict ? !NUMBER.test(number) : number.trim() === '') add('number', 'number');
  if (!INVOICES.has(type) && !CREDITS.has(type)) add('type', 'type', type);
  if (!isDay(issuedOn)) add('issuedOn', 'day');
  if (dueOn !== null) {
    if (!isDay(dueOn)) add('dueOn', 'day');
    else if (dueOn < issuedOn) add('dueOn', 'due_before_issue');
  }
  periodFaults(period, 'period', add);
  for (const [index, line] of lines.entries()) periodFaults(line.period, `lines[${index}].period`, add);
  if (isStrict && CREDITS.has(type) && preceding.length === 0) add('preceding', 'preceding_missing');
  for (const [index, one] of preceding.entries()) {
    const path = `preceding[${index}]`;
    if (isStrict ? !NUMBER.test(one.number) : one.number.trim() === '') add(`${path}.number`, 'number');
    if (one.issuedOn === null) continue;
    if (!isDay(one.issuedOn)) add(`${path}.issuedOn`, 'day');
    else if (one.issuedOn > issuedOn) add(`${path}.issuedOn`, 'preceding_later');
  }
}

function periodFaults(period: StatedInvoice['period'], path: string, add: AddFault): void {
  if (period === null) return;
  if (!isDay(period.from) || !isDay(period.to)) add(path, 'day');
  else if (period.to < period.from) add(path, 'period');
}

/** Dates of invoices are in this century (BR-FR-03). */
function isDay(date: string): boolean {
  return date.startsWith('20') && isLocalDate(date);
}

function textFaults(invoice: StatedInvoice, add: AddFault): void {
  const { lines, notes, breakdown, mandate, payment, profile } = invoice;
  const say = (path: string, text: string | null | undefined, isNeeded = false) => {
    if (text === null || text === undefined) return;
    if (isNeeded && text.trim() === '') add(path, 'text_missing');
    if (!isXmlText(text)) add(path, 'text_characters');
  };
  for (const side of ['seller', 'buyer'] as const) {
    const { name, legalForm, siren, localTaxId, address, electronicAddress } = invoice[side];
    say(`${side}.name`, name, true);
    say(`${side}.address.town`, address.town, profile !== 'minimum');
    const rest = { legalForm, siren, localTaxId, 'address.street': address.street, 'address.postCode': address.postCode };
    for (const [field, text] of Object.entries(rest)) say(`${side}.${field}`, text);
    say(`${side}.electronicAddress`, electronicAddress?.id, true);
    say(`${side}.electronicAddress`, electronicAddress?.scheme, true);
  }
  for (const [index, line] of lines.entries()) {
    say(`lines[${index}].name`, line.name, true);
    say(`lines[${index}].description`, line.description);
  }
  for (const [index, note] of notes.entries()) say(`notes[${index}]`, note.text, true);
  for (const [index, { exemption }] of breakdown.entries()) say(`breakdown[${index}].exemption`, exemption?.text);
  say('mandate', mandate, true);
  say('payment.accountName', payment?.accountName);
  if (hasLines(profile) && lines.length === 0) add('lines', 'no_lines');
}

/** Notes the national rules want of invoices among businesses of the country. */
function noteFaults({ notes, issuedOn, type, profile }: StatedInvoice, { rules, isDomestic }: FaultTerms, add: AddFault): void {
  // The smallest profile has neither notes nor a breakdown: what it does not tell stands on paper.
  if (!isDomestic || profile === 'minimum') return;
  for (const rule of rules.notes) {
    if (!holdsOn(rule, issuedOn) || rule.types?.includes(type) === false) continue;
    const found = notes.filter(({ code }) => code === rule.code);
    if (found.length === 0) add('notes', 'note_missing', rule.code);
    if (found.length > 1) add('notes', 'note_repeated', rule.code);
    for (const { text } of found) if (rule.values?.includes(text) === false) add('notes', 'note_value', rule.code);
  }
}

/** Words the law wants to be read, whoever the parties are. */
function mentionFaults(invoice: StatedInvoice, { rules }: FaultTerms, add: AddFault): void {
  const { type, notes, breakdown, issuedOn, profile } = invoice;
  if (profile === 'minimum') return;
  const spoken = [...notes.map(({ text }) => text), ...breakdown.map(({ exemption }) => exemption?.text ?? '')];
  const all = spoken.join('\n').toLowerCase();
  for (const rule of rules.mentions) {
    const { types, categories, exemptions } = rule.when;
    const isDue =
      holdsOn(rule, issuedOn) &&
      types?.includes(type) !== false &&
      (categories === undefined || breakdown.some(({ category }) => (categories as readonly string[]).includes(category))) &&
      (exemptions === undefined || breakdown.some(({ exemption }) => exemptions.includes(exemption?.code ?? '')));
    if (isDue && !rule.texts.some((text) => all.includes(text.toLowerCase()))) add('notes', 'mention_missing', rule.texts[0]);
  }
}
