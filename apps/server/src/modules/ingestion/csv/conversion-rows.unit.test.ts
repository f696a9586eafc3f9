import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { customerIdOf, draftOf, emailHashOf } from '../../fact/index.ts';
import { leadRows, saleRows } from './conversion-rows.ts';
import type { FileContext } from './row-view.ts';

const customerKey = Buffer.alloc(32, 7);
const fields = [
  'eventId',
  'occurredAt',
  'customerId',
  'email',
  'name',
  'country',
  'amount',
  'currency',
  'code',
  'coupon',
  'subId',
  'productId',
  'category',
  'quantity',
  'billing',
  'sequence',
  'leadName',
];

function context(): FileContext {
  return {
    settings: {
      path: 'x.csv',
      delimiter: ',',
      encoding: 'auto',
      header: fields,
      places: Object.fromEntries(fields.map((name, place) => [name, place])),
      style: { numbers: 'dot', dates: 'iso', amounts: 'major', zone: 'UTC', currency: 'EUR' },
      programId: null,
    },
    customerKey,
    now: Date.UTC(2026, 5, 1),
    partnerCodes: new Map(),
  };
}

function row(values: Record<string, string>): string[] {
  return fields.map((name) => Buffer.from(values[name] ?? '').toString('latin1'));
}

const odd = 'Été "2026" \\ \u007f';

test('a sale says all its columns, in a body that is one with what JSON makes of it', () => {
  const fact = saleRows(context())(
    row({
      eventId: 'o-1',
      occurredAt: '2026-05-01T10:00:00.250Z',
      customerId: 'u1',
      email: 'Ada@Example.org',
      name: ' Ada Lovelace ',
      country: 'fr',
      amount: '12.5',
      currency: 'USD',
      code: 'ANNA',
      coupon: 'Anna10',
      subId: 'a"b',
      productId: 'Été "2026" \\',
      category: 'livre',
      quantity: '2',
      billing: 'subscription',
      sequence: '3',
    }),
  );
  const body = {
    coupon: 'anna10',
    code: 'anna',
    subId: 'a"b',
    country: 'FR',
    emailHash: emailHashOf(customerKey, 'ada@example.org'),
    path: 'coupon',
    lines: [{ id: '1', productId: 'Été "2026" \\', category: 'livre', quantity: 2, net: 1250 }],
    billing: { kind: 'subscription', sequence: 3 },
  };
  expect(fact.body).toBe(JSON.stringify(body));
  expect(draftOf(fact)).toMatchObject({
    kind: 'sale',
    source: 'company/sale',
    externalId: 'o-1',
    occurredAt: Date.UTC(2026, 4, 1, 10, 0, 0, 250),
    currency: 'USD',
    amount: 1250n,
    customer: { id: customerIdOf(customerKey, 'u1'), email: 'Ada@Example.org', name: 'Ada Lovelace', country: 'FR' },
    body,
  });
  // What was imported before must still be known as the same: the text that is hashed never changes.
  const said = [
    'o-1',
    Date.UTC(2026, 4, 1, 10, 0, 0, 250),
    'u1',
    'Ada@Example.org',
    'Ada Lovelace',
    'FR',
    'anna10',
    'anna',
    'a"b',
    '',
    '',
    'USD',
    1250,
    JSON.stringify(body.lines[0]),
    JSON.stringify(body.billing),
  ];
  expect(fact.inputHash).toBe(hash('sha256', said.join('\u001F'), 'hex').slice(0, 32));
});

test('a sale that says little has a body that says little', () => {
  const fact = saleRows(context())(row({ eventId: 'o-2', customerId: 'u2', amount: '1' }));
  expect(fact).toMatchObject({ body: '{"path":"none"}', currency: 'EUR', amount: 100n, occurredAt: Date.UTC(2026, 5, 1) });
});

test('a lead carries its name', () => {
  const fact = leadRows(context())(row({ eventId: 'l-1', customerId: 'u3', leadName: odd.slice(0, 12), code: 'anna' }));
  expect(fact.body).toBe(JSON.stringify({ code: 'anna', path: 'code', name: odd.slice(0, 12).trim() }));
});
