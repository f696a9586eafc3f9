import { expect, test } from 'vitest';
import { makeSession, makeWorkspace, type TestApp } from '../../apps/server/test/app.ts';
import { type Books, openBooks } from '../../apps/server/test/books.ts';
import { freshDatabase } from '../../apps/server/test/database.ts';
import {
  approvedBatch,
  made,
  type MadeBatch,
  owe,
  type Payers,
  payersOf,
  putDestination,
  soon,
} from '../../apps/server/test/payday.ts';
import { simplePlan } from '../../apps/server/test/terms.ts';
import { changedTables, fingerprinter } from './fingerprint.ts';

interface Scene {
  readonly books: Books;
  readonly payers: Payers;
  readonly partnerId: string;
  /** Of another company. */
  readonly stranger: { readonly key: string; readonly owner: string };
  readonly waiting: string;
  readonly approved: MadeBatch;
  readonly sent: MadeBatch;
}

interface Bad {
  readonly path: string;
  readonly body?: unknown;
  readonly as?: string;
  readonly type?: string;
  readonly method?: string;
  readonly status: number;
  readonly code: string;
  /** Path and rule of the fault, where one field is at fault. */
  readonly field?: readonly [string, string];
}

const camt = (entries: string) =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>${entries}</Stmt></BkToCstmrStmt></Document>`;

const table: Readonly<Record<string, (scene: Scene) => Bad>> = {
  'an IBAN with a wrong digit': ({ partnerId }) => ({
    path: `partners/${partnerId}/bank-accounts`,
    body: { holder: 'Ana', iban: 'DE88370400440532013000' },
    status: 422,
    code: 'invalid_request',
    field: ['iban', 'iban'],
  }),
  'a BIC that is none': ({ partnerId }) => ({
    path: `partners/${partnerId}/bank-accounts`,
    body: { holder: 'Ana', iban: 'DE89370400440532013000', bic: 'AGRI-FR' },
    status: 422,
    code: 'invalid_request',
    field: ['bic', 'format'],
  }),
  'an account of a partner of another company': ({ partnerId, stranger }) => ({
    path: `partners/${partnerId}/bank-accounts`,
    body: { holder: 'Mallory', iban: 'DE89370400440532013000' },
    as: stranger.key,
    status: 404,
    code: 'not_found',
  }),
  'a name that a spreadsheet would run': ({ partnerId }) => ({
    path: `partners/${partnerId}/payout-destinations`,
    body: { rail: 'paypal', holder: '=HYPERLINK("x")', recipient: 'ana@example.com' },
    status: 422,
    code: 'invalid_request',
    field: ['holder', 'format'],
  }),
  'a statement that is cut off': () => ({
    path: 'bank-reports',
    body: camt('<Ntry><Amt Ccy="EUR">1.00</Amt></Ntry>').slice(0, -30),
    type: 'application/xml',
    status: 422,
    code: 'bank_report_unreadable',
  }),
  'a statement that brings entities': () => ({
    path: 'bank-reports',
    body: `<!DOCTYPE x [<!ENTITY a "b">]>${camt('')}`,
    type: 'application/xml',
    status: 422,
    code: 'bank_report_unreadable',
  }),
  'results without their columns': () => ({
    path: 'bank-reports',
    body: 'line,result\npay_1,paid\n',
    type: 'text/csv',
    status: 422,
    code: 'bank_report_unreadable',
  }),
  'a batch for the bank in dollars': ({ books, payers }) => ({
    path: 'payout-batches',
    body: { currency: 'USD', executionDate: soon(books), remittance: 'x' },
    as: payers.author,
    status: 422,
    code: 'invalid_request',
    field: ['currency', 'euros'],
  }),
  'a batch on a day that is over': ({ payers }) => ({
    path: 'payout-batches',
    body: { rail: 'outside', executionDate: '2020-01-06', remittance: 'x' },
    as: payers.author,
    status: 409,
    code: 'conflict',
    field: ['executionDate', 'future'],
  }),
  'a batch by Stripe, which is not connected': ({ books, payers }) => ({
    path: 'payout-batches',
    body: { rail: 'stripe', executionDate: soon(books), remittance: 'x' },
    as: payers.author,
    status: 409,
    code: 'conflict',
    field: ['rail', 'not_connected'],
  }),
  'an approval by who made it': ({ waiting, payers }) => ({
    path: `payout-batches/${waiting}/approval`,
    as: payers.author,
    status: 409,
    code: 'same_person',
  }),
  'an approval by a key': ({ waiting, books }) => ({
    path: `payout-batches/${waiting}/approval`,
    as: books.key,
    status: 403,
    code: 'forbidden',
  }),
  'an approval by an owner of another company': ({ waiting, stranger }) => ({
    path: `payout-batches/${waiting}/approval`,
    as: stranger.owner,
    status: 404,
    code: 'not_found',
  }),
  'a second approval': ({ approved, payers }) => ({
    path: `${approved.path}/approval`,
    as: payers.approver,
    status: 409,
    code: 'conflict',
    field: ['id', 'state'],
  }),
  'a batch sent before it was approved': ({ waiting, payers }) => ({
    path: `payout-batches/${waiting}/sending`,
    as: payers.author,
    status: 409,
    code: 'conflict',
    field: ['id', 'state'],
  }),
  'a batch sent twice': ({ sent, payers }) => ({
    path: `${sent.path}/sending`,
    as: payers.author,
    status: 409,
    code: 'conflict',
    field: ['id', 'state'],
  }),
  'a batch given up after it was sent': ({ sent, payers }) => ({
    path: `${sent.path}/cancellation`,
    body: { reason: 'x' },
    as: payers.author,
    status: 409,
    code: 'conflict',
    field: ['id', 'state'],
  }),
  'a batch for PayPal said to be paid outside': ({ sent, payers }) => ({
    path: `${sent.path}/outside-payment`,
    body: { reference: 'x', paidOn: '2026-01-20' },
    as: payers.author,
    status: 409,
    code: 'conflict',
    field: ['id', 'rail'],
  }),
  'the batch of another company given up': ({ waiting, stranger }) => ({
    path: `payout-batches/${waiting}/cancellation`,
    body: { reason: 'x' },
    as: stranger.key,
    status: 404,
    code: 'not_found',
  }),
  'a line taken out while its file is on its way': ({ approved }) => ({
    path: `payouts/${approved.lines[0]?.id ?? ''}/rejection`,
    body: { reason: 'x' },
    status: 409,
    code: 'conflict',
    field: ['id', 'state'],
  }),
  'a template of Wise with columns nobody knows': ({ payers }) => ({
    path: 'payment-rules',
    method: 'PUT',
    body: { minimumAmount: 0, coolingHours: 0, fourEyes: true, wiseHeader: 'name,amount,targetCurrency,paymentReference,Pet' },
    as: payers.approver,
    status: 422,
    code: 'invalid_request',
    field: ['wiseHeader', 'unknown_columns'],
  }),
};

test(
  'what is wrong with a payment is refused with its reason in both languages, and nothing is changed',
  () =>
    freshDatabase(async (database) => {
      const books = await openBooks(database, { ...simplePlan, holdDays: 10 }, {});
      try {
        const scene = await stage(books);
        const fingerprint = await fingerprinter(database.owner);
        for (const [name, make] of Object.entries(table)) {
          const before = await fingerprint();
          await refused(books.app, books.key, name, make(scene));
          // That somebody was there is noted whatever they asked for.
          const changed = changedTables(before, await fingerprint()).filter((each) => !each.startsWith('auth_'));
          expect([name, changed]).toEqual([name, []]);
        }
      } finally {
        await books.app.close();
      }
    }),
  120_000,
);

async function refused(app: TestApp, key: string, name: string, bad: Bad): Promise<void> {
  const titles = new Set<string>();
  for (const language of ['fr', 'en']) {
    const headers = { 'accept-language': language, ...(bad.type === undefined ? {} : { 'content-type': bad.type }) };
    const answer = await app.call(bad.method ?? 'POST', `/api/v1/${bad.path}`, { as: bad.as ?? key, body: bad.body, headers });
    const { code, title, detail, fields } = answer.json();
    expect([name, answer.status, code], answer.text).toEqual([name, bad.status, bad.code]);
    expect(String(detail)).not.toBe('');
    titles.add(String(title));
    if (bad.field === undefined) continue;
    const [path, rule] = bad.field;
    expect(fields, name).toContainEqual(expect.objectContaining({ path, rule, message: expect.stringMatching(/\w/) }));
  }
  expect(titles.size).toBe(2);
}

/** A batch that waits, one that is approved, one that was sent; and another company. */
async function stage(books: Books): Promise<Scene> {
  const [ana, ben, cleo] = await owe(books, ['Ana', 'Ben', 'Cléo', 'Dan']);
  const payers = await payersOf(books);
  for (const partner of [ana, ben, cleo]) {
    const body = { rail: 'paypal', holder: 'X', recipient: `${partner?.coupon ?? ''}@example.com` };
    await putDestination(books, payers, `partners/${partner?.id ?? ''}/payout-destinations`, body);
  }
  const one = (id: string | undefined) => ({ rail: 'paypal', partnerIds: [id] });
  const approved = await approvedBatch(books, payers, one(ana?.id));
  const sent = await approvedBatch(books, payers, one(ben?.id));
  await made(books, `${sent.path}/sending`, undefined, payers.author);
  const body = { ...one(cleo?.id), executionDate: soon(books), remittance: 'x' };
  const waiting = await made(books, 'payout-batches', body, payers.author);
  const other = await makeWorkspace(books.db, 'Other');
  const owner = await makeSession(books.app, books.db, other.id, 'owner');
  return {
    books,
    payers,
    partnerId: ana?.id ?? '',
    stranger: { key: other.keys.secretKey, owner },
    waiting: String(waiting['id']),
    approved,
    sent,
  };
}
