import type { Billing, FactBody, FactKind } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import { hash } from 'node:crypto';
import { companySource, customerIdOf, emailHashOf, type CustomerDraft, type SpelledFact } from '../../fact/index.ts';
import {
  readAmount,
  readClickId,
  readCode,
  readCountry,
  readCurrency,
  readEmail,
  readInstant,
  readInteger,
  readText,
  readUuid,
  RowReject,
} from './read-values.ts';
import { column, mustBePast, partnerCode, required, styleOf, type FileContext } from './row-view.ts';

export type ReadRow = (fields: readonly string[]) => SpelledFact;

/** First 16 bytes of the SHA-256 of what a row says, in one form whatever the file's style; in hexadecimal. */
export function rowHash(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 32);
}

/** Rows of a file of sales. */
export function saleRows(context: FileContext): ReadRow {
  const base = conversionReader(context, 'sale');
  const style = styleOf(context);
  const currencyAt = column(context, 'currency');
  const amountAt = required(context, 'amount');
  const lineAt = lineReader(context);
  const billingAt = billingReader(context);
  return (fields) => {
    const currencyText = currencyAt(fields);
    const currency = currencyText === '' || currencyText === style.currency ? style.currency : readCurrency(currencyText);
    const amount = readAmount(amountAt(fields), currency, style, 'amount');
    const line = lineAt(fields, amount);
    const billing = billingAt(fields);
    const fact = base(
      fields,
      `${currency}\u001F${amount}\u001F${line}\u001F${billing}`,
      (line === '' ? '' : `,"lines":[${line}]`) + (billing === '' ? '' : `,"billing":${billing}`),
    );
    fact.currency = currency;
    fact.amount = BigInt(amount);
    return fact;
  };
}

/** Rows of a file of leads. */
export function leadRows(context: FileContext): ReadRow {
  const base = conversionReader(context, 'lead');
  const nameAt = column(context, 'leadName');
  return (fields) => {
    const name = readText(nameAt(fields), 100, 'leadName');
    return base(fields, name, name === '' ? '' : `,"name":${jsonText(name)}`);
  };
}

/** What is the same in sales and leads; a sale adds its amount. */
interface Conversion extends SpelledFact {
  currency: string | null;
  amount: bigint | null;
}

/**
 * What sales and leads have in common: who, when, and what leads to a partner. `said` is the rest of what the row says, `more`
 * the rest of the body, as JSON that follows a field.
 */
export function conversionReader(context: FileContext, kind: FactKind & ('sale' | 'lead')) {
  const source = companySource(kind);
  const style = styleOf(context);
  const eventIdAt = required(context, 'eventId');
  const dateAt = column(context, 'occurredAt');
  const customerOf = customerReader(context);
  const traceOf = traceReader(context);
  const { now } = context;
  return (fields: readonly string[], said: string, more: string): Conversion => {
    const externalId = readText(eventIdAt(fields), 200, 'eventId');
    const dateText = dateAt(fields);
    const occurredAt: Instant =
      dateText === '' ? now : mustBePast(readInstant(dateText, style, 'occurredAt'), now, 'occurredAt', dateText);
    const { customer, emailHash } = customerOf(fields);
    const { coupon, code, subId, clickId, visitorId } = traceOf(fields);
    const { email, name, country } = customer;
    const who = `${customer.externalId}\u001F${email ?? ''}\u001F${name ?? ''}\u001F${country ?? ''}`;
    const trace = `${coupon}\u001F${code}\u001F${subId}\u001F${clickId ?? ''}\u001F${visitorId ?? ''}`;
    return {
      kind,
      source,
      externalId,
      occurredAt,
      customer,
      currency: null,
      amount: null,
      target: null,
      strict: false,
      clickId,
      visitorId,
      inputHash: rowHash(`${externalId}\u001F${dateText === '' ? '' : occurredAt}\u001F${who}\u001F${trace}\u001F${said}`),
      body: `{${traceText(coupon, code, subId)}${whoText(country, emailHash)}"path":"${pathOf(coupon, code)}"${more}}`,
    };
  };
}

// Bodies are put together as text, in the order in which `FactBody` has always been spelled here.

function traceText(coupon: string, code: string, subId: string): string {
  return (
    (coupon === '' ? '' : `"coupon":${jsonText(coupon)},`) +
    (code === '' ? '' : `"code":${jsonText(code)},`) +
    (subId === '' ? '' : `"subId":${jsonText(subId)},`)
  );
}

function whoText(country: string | null, emailHash: string | null): string {
  return (country === null ? '' : `"country":"${country}",`) + (emailHash === null ? '' : `"emailHash":"${emailHash}",`);
}

// As recording them one by one would note it; clicks are looked up there.
function pathOf(coupon: string, code: string): NonNullable<FactBody['path']> {
  return coupon !== '' ? 'coupon' : code !== '' ? 'code' : 'none';
}

const PLAIN = /^[ !#-[\]-~]*$/;

function jsonText(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

function customerReader(context: FileContext) {
  const idAt = required(context, 'customerId');
  const emailAt = column(context, 'email');
  const nameAt = column(context, 'name');
  const countryAt = column(context, 'country');
  const { customerKey } = context;
  return (fields: readonly string[]): { customer: CustomerDraft; emailHash: string | null } => {
    const externalId = readText(idAt(fields), 200, 'customerId');
    const email = emailAt(fields);
    const name = nameAt(fields);
    const country = countryAt(fields);
    const customer = {
      id: customerIdOf(customerKey, externalId),
      externalId,
      email: email === '' ? null : readEmail(email),
      name: name === '' ? null : readText(name, 300, 'name'),
      country: country === '' ? null : readCountry(country),
    };
    return { customer, emailHash: email === '' ? null : emailHashOf(customerKey, email) };
  };
}

function traceReader(context: FileContext) {
  const couponAt = column(context, 'coupon');
  const codeAt = column(context, 'code');
  const subIdAt = column(context, 'subId');
  const clickAt = column(context, 'clickId');
  const visitorAt = column(context, 'visitorId');
  const partnerAt = partnerCode(context);
  return (fields: readonly string[]) => {
    const coupon = couponAt(fields);
    const code = codeAt(fields);
    const click = clickAt(fields);
    const visitor = visitorAt(fields);
    return {
      coupon: coupon === '' ? '' : readCode(coupon, 'coupon'),
      code: code === '' ? partnerAt(fields) : readCode(code, 'code'),
      subId: readText(subIdAt(fields), 100, 'subId'),
      clickId: click === '' ? null : readClickId(click),
      visitorId: visitor === '' ? null : readUuid(visitor, 'visitorId'),
    };
  };
}

/** The line of a row as JSON; empty when it names none. */
function lineReader(context: FileContext) {
  const productAt = column(context, 'productId');
  const categoryAt = column(context, 'category');
  const quantityAt = column(context, 'quantity');
  return (fields: readonly string[], net: number): string => {
    const productId = readText(productAt(fields), 200, 'productId');
    const category = readText(categoryAt(fields), 200, 'category');
    const quantityText = quantityAt(fields);
    if (productId === '' && category === '' && quantityText === '') return '';
    const quantity = quantityText === '' ? 1 : readInteger(quantityText, 1_000_000, 'quantity');
    const product = productId === '' ? '' : `"productId":${jsonText(productId)},`;
    return `{"id":"1",${product}${category === '' ? '' : `"category":${jsonText(category)},`}"quantity":${quantity},"net":${net}}`;
  };
}

const BILLINGS: Readonly<Record<string, Billing['kind']>> = {
  one_time: 'one_time',
  onetime: 'one_time',
  unique: 'one_time',
  ponctuel: 'one_time',
  subscription: 'subscription',
  recurring: 'subscription',
  abonnement: 'subscription',
};

/** How a row is billed, as JSON; empty when it does not say. */
function billingReader(context: FileContext) {
  const kindAt = column(context, 'billing');
  const periodAt = column(context, 'period');
  const sequenceAt = column(context, 'sequence');
  return (fields: readonly string[]): string => {
    const kindText = kindAt(fields);
    const period = readText(periodAt(fields), 30, 'period');
    const sequence = sequenceAt(fields);
    if (kindText === '' && period === '' && sequence === '') return '';
    const kind = kindText === '' ? 'subscription' : BILLINGS[kindText.toLowerCase()];
    if (kind === undefined) throw new RowReject('choice', 'billing', kindText);
    const billing: Billing = {
      kind,
      ...(period === '' ? {} : { period }),
      ...(sequence === '' ? {} : { sequence: readInteger(sequence, 100_000, 'sequence') }),
    };
    return JSON.stringify(billing);
  };
}
