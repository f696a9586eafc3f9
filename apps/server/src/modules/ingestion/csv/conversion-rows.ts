import type { Billing, FactBody, FactKind, OrderLine } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import { hash } from 'node:crypto';
import { companySource, type CustomerDraft, type FactDraft } from '../../fact/index.ts';
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
import { column, customerIds, emailHashes, mustBePast, partnerCode, required, styleOf, type FileContext } from './row-view.ts';

export type ReadRow = (fields: readonly string[]) => FactDraft;

/** First 16 bytes of the SHA-256 of what a row says, in one form whatever the file's style. */
export function rowHash(...parts: readonly (string | number)[]): Buffer {
  return hash('sha256', parts.join('\u001F'), 'buffer').subarray(0, 16);
}

/** Rows of a file of sales. */
export function saleRows(context: FileContext): ReadRow {
  const base = conversionReader(context, 'sale');
  const style = styleOf(context);
  const currencyAt = column(context, 'currency');
  const amountAt = required(context, 'amount');
  const line = lineReader(context);
  const billing = billingReader(context);
  return (fields) => {
    const currencyText = currencyAt(fields);
    const currency = currencyText === '' ? style.currency : readCurrency(currencyText);
    const amount = readAmount(amountAt(fields), currency, style, 'amount');
    const lines = line(fields, amount);
    const billed = billing(fields);
    const said = [currency, amount, lines === null ? '' : JSON.stringify(lines), billed === null ? '' : JSON.stringify(billed)];
    const draft = base(fields, said);
    const body: FactBody = {
      ...draft.body,
      ...(lines === null ? {} : { lines: [lines] }),
      ...(billed === null ? {} : { billing: billed }),
    };
    return { ...draft, currency, amount: BigInt(amount), body };
  };
}

/** Rows of a file of leads. */
export function leadRows(context: FileContext): ReadRow {
  const base = conversionReader(context, 'lead');
  const nameAt = column(context, 'leadName');
  return (fields) => {
    const name = readText(nameAt(fields), 100, 'leadName');
    const draft = base(fields, [name]);
    return name === '' ? draft : { ...draft, body: { ...draft.body, name } };
  };
}

/** What sales and leads have in common: who, when, and what leads to a partner. */
export function conversionReader(context: FileContext, kind: FactKind & ('sale' | 'lead')) {
  const source = companySource(kind);
  const style = styleOf(context);
  const eventIdAt = required(context, 'eventId');
  const dateAt = column(context, 'occurredAt');
  const customerOf = customerReader(context);
  const traceOf = traceReader(context);
  const { now } = context;
  return (fields: readonly string[], said: readonly (string | number)[]): FactDraft => {
    const externalId = readText(eventIdAt(fields), 200, 'eventId');
    const dateText = dateAt(fields);
    const occurredAt: Instant =
      dateText === '' ? now : mustBePast(readInstant(dateText, style, 'occurredAt'), now, 'occurredAt', dateText);
    const { customer, emailHash } = customerOf(fields);
    const trace = traceOf(fields);
    const { coupon, code, subId, clickId, visitorId } = trace;
    const { email, name, country } = customer;
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
      inputHash: rowHash(
        externalId,
        dateText === '' ? '' : occurredAt,
        customer.externalId,
        email ?? '',
        name ?? '',
        country ?? '',
        coupon,
        code,
        subId,
        clickId ?? '',
        visitorId ?? '',
        ...said,
      ),
      body: {
        ...(coupon === '' ? {} : { coupon }),
        ...(code === '' ? {} : { code }),
        ...(subId === '' ? {} : { subId }),
        ...(country === null ? {} : { country }),
        ...(emailHash === null ? {} : { emailHash }),
        // As recording them one by one would note it; clicks are looked up there.
        path: coupon !== '' ? 'coupon' : code !== '' ? 'code' : 'none',
      },
    };
  };
}

function customerReader(context: FileContext) {
  const idAt = required(context, 'customerId');
  const emailAt = column(context, 'email');
  const nameAt = column(context, 'name');
  const countryAt = column(context, 'country');
  const idOf = customerIds(context);
  const hashOf = emailHashes(context);
  return (fields: readonly string[]): { customer: CustomerDraft; emailHash: string | null } => {
    const externalId = readText(idAt(fields), 200, 'customerId');
    const email = emailAt(fields);
    const name = nameAt(fields);
    const country = countryAt(fields);
    const customer = {
      id: idOf(externalId),
      externalId,
      email: email === '' ? null : readEmail(email),
      name: name === '' ? null : readText(name, 300, 'name'),
      country: country === '' ? null : readCountry(country),
    };
    return { customer, emailHash: email === '' ? null : hashOf(email) };
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

function lineReader(context: FileContext) {
  const productAt = column(context, 'productId');
  const categoryAt = column(context, 'category');
  const quantityAt = column(context, 'quantity');
  return (fields: readonly string[], net: number): OrderLine | null => {
    const productId = readText(productAt(fields), 200, 'productId');
    const category = readText(categoryAt(fields), 200, 'category');
    const quantity = quantityAt(fields);
    if (productId === '' && category === '' && quantity === '') return null;
    return {
      id: '1',
      ...(productId === '' ? {} : { productId }),
      ...(category === '' ? {} : { category }),
      quantity: quantity === '' ? 1 : readInteger(quantity, 1_000_000, 'quantity'),
      net,
    };
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

function billingReader(context: FileContext) {
  const kindAt = column(context, 'billing');
  const periodAt = column(context, 'period');
  const sequenceAt = column(context, 'sequence');
  return (fields: readonly string[]): Billing | null => {
    const kindText = kindAt(fields);
    const period = readText(periodAt(fields), 30, 'period');
    const sequence = sequenceAt(fields);
    if (kindText === '' && period === '' && sequence === '') return null;
    const kind = kindText === '' ? 'subscription' : BILLINGS[kindText.toLowerCase()];
    if (kind === undefined) throw new RowReject('choice', 'billing', kindText);
    return {
      kind,
      ...(period === '' ? {} : { period }),
      ...(sequence === '' ? {} : { sequence: readInteger(sequence, 100_000, 'sequence') }),
    };
  };
}
