import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { makeSession, makeWorkspace } from '../../../../test/app.ts';
import { type BookPartner, type Books, DAY, withBooks } from '../../../../test/books.ts';
import { approvedBatch, made, owe, type Payers, payersOf, putDestination, soon } from '../../../../test/payday.ts';

const wise = (holder: string, details: object, more: object = {}) => ({
  rail: 'wise',
  holder,
  receiverType: 'INSTITUTION',
  details,
  ...more,
});

function give(books: Books, text: string, type = 'text/csv') {
  return books.app.call('POST', '/api/v1/bank-reports', { as: books.key, body: text, headers: { 'content-type': type } });
}

function setRules(books: Books, as: string, changes: object) {
  const body = { minimumAmount: 2000, coolingHours: 72, fourEyes: true, ...changes };
  return books.app.call('PUT', '/api/v1/payment-rules', { as, body });
}

async function reasonsIn(books: Books, query: string): Promise<Record<string, string[]>> {
  const { items } = (await books.get(`payout-candidates?${query}`)).json() as {
    items: { partnerName: string; reasons: string[] }[];
  };
  return Object.fromEntries(items.map(({ partnerName, reasons }) => [partnerName, reasons]));
}

it('pays by a file for Wise in the template the company pasted, and reads what became of it', () =>
  withBooks(async (books) => {
    const [ana, ben, cleo] = (await owe(books, ['Ana', 'Ben', 'Cléo'], 5000, { currency: 'GBP' })) as [
      BookPartner,
      BookPartner,
      BookPartner,
    ];
    const payers = await payersOf(books);
    const unknown = await setRules(books, payers.approver, { wiseHeader: 'name,amount,targetCurrency,Pet name,sortCode' });
    expect(unknown.json()).toMatchObject({
      code: 'invalid_request',
      fields: [
        { path: 'wiseHeader', rule: 'unknown_columns', message: 'We cannot fill these columns: Pet name.' },
        { path: 'wiseHeader', rule: 'missing_columns' },
      ],
    });
    const wiseHeader = 'name,paymentReference,referenceNumber,amount,targetCurrency,sortCode,accountNumber';
    expect((await setRules(books, payers.approver, { wiseHeader })).status).toBe(200);
    const british = { sortCode: '40-30-20', accountNumber: '12345678' };
    const to = (partner: BookPartner, body: object) =>
      putDestination(books, payers, `partners/${partner.id}/payout-destinations`, body);
    await to(ana, wise('Ana, Ltd', british));
    await to(ben, wise('Ben', { ...british, accountNumber: '87654321' }));
    await to(cleo, wise('Cléo', { IBAN: 'BE68 5390 0754 7034' }));
    expect(await reasonsIn(books, 'rail=wise&currency=GBP')).toEqual({ Ana: [], Ben: [], Cléo: ['account_incomplete'] });
    expect(await reasonsIn(books, 'rail=wise')).toEqual({});
    expect((await books.get('payout-candidates?currency=GBP')).json()).toMatchObject({
      fields: [{ path: 'currency', rule: 'euros' }],
    });

    const batch = await approvedBatch(books, payers, { rail: 'wise', currency: 'GBP' });
    const lineOf = (partner: BookPartner) => batch.lines.find(({ partnerId }) => partnerId === partner.id)?.id ?? '';
    const file = await books.get(`${batch.path}/file`);
    const rows = [...batch.lines]
      .toReversed()
      .map(({ id, partnerId }) =>
        partnerId === ana.id
          ? `"Ana, Ltd",Commissions,${id},50.00,GBP,40-30-20,12345678`
          : `Ben,Commissions,${id},50.00,GBP,40-30-20,87654321`,
      );
    expect(file.text).toBe(`${wiseHeader}\r\n${rows.join('\r\n')}\r\n`);
    expect(file.headers['content-type']).toContain('text/csv');
    // Another template from now on changes nothing of what was written.
    await setRules(books, payers.approver, { wiseHeader: null });
    expect((await books.get(`${batch.path}/file`)).text).toBe(file.text);
    const sha256 = createHash('sha256').update(file.text).digest('hex');
    expect((await books.get(batch.path)).json()).toMatchObject({
      account: null,
      file: null,
      files: [{ part: 1, lines: 2, sha256 }],
    });
    expect((await books.get(`${batch.path}/file?part=2`)).status).toBe(404);

    const said = `Reference,Status,Error,Transfer ID\r\n${lineOf(ana)},Completed,,T-1\r\n${lineOf(ben)},Pending,,\r\nrent,Completed,,\r\n`;
    // Not sent yet: what is said cannot be about this file.
    expect((await give(books, said)).json()['lines']).toMatchObject([{ outcome: 'unknown' }, { outcome: 'unknown' }, {}]);
    await made(books, `${batch.path}/sending`, undefined, payers.author);
    expect((await give(books, said)).json()).toMatchObject({
      kind: 'csv',
      lines: [{ outcome: 'paid' }, { outcome: 'not_ended', reason: 'Pending' }, { outcome: 'unknown' }],
    });
    expect((await books.get(`payouts/${lineOf(ana)}`)).json()).toMatchObject({ state: 'paid', settlement: 'T-1' });
    const back = `reference;status;reason\n${lineOf(ben)};Returned;Account closed\n${lineOf(ana)};refunded;\n`;
    expect((await give(books, back)).json()['lines']).toMatchObject([
      { outcome: 'rejected', reason: 'Account closed' },
      { outcome: 'returned_later', reason: 'refunded' },
    ]);
    expect((await books.get(batch.path)).json()).toMatchObject({ state: 'closed', progress: { paid: 1, rejected: 1 } });
    for (const broken of ['a,b\n1,2\n', '', 'reference,status\n"never closed,paid']) {
      expect((await give(books, broken)).json()).toMatchObject({ code: 'bank_report_unreadable' });
    }
    expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
  }));

it('pays by a file for PayPal in one currency; a bank’s answer does not move its lines', () =>
  withBooks(async (books) => {
    const [ana, ben] = (await owe(books, ['Ana', 'Ben'], 5050, { currency: 'HUF' })) as [BookPartner, BookPartner];
    await books.sale('more of Ben', ben, 500, { currency: 'HUF' });
    books.now += 11 * DAY;
    await books.release();
    const payers = await payersOf(books);
    const to = (partner: BookPartner, recipient: string) =>
      putDestination(books, payers, `partners/${partner.id}/payout-destinations`, { rail: 'paypal', holder: 'X', recipient });
    await to(ana, 'ana@example.com');
    await to(ben, 'AB12CD34EF56G');
    // Forints have two decimals, at PayPal none: what cannot be written is not rounded.
    expect(await reasonsIn(books, 'rail=paypal&currency=HUF')).toEqual({ Ana: ['amount_inexact'], Ben: [] });
    const batch = await approvedBatch(books, payers, { rail: 'paypal', currency: 'HUF' });
    const [line] = batch.lines;
    expect((await books.get(`${batch.path}/file`)).text).toBe(`AB12CD34EF56G,51,HUF,${line?.id ?? ''},Commissions,PAYPAL\r\n`);
    await made(books, `${batch.path}/sending`, undefined, payers.author);
    const reference = line?.id.replace('_', '-') ?? '';
    const booked = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Ntry><Amt Ccy="HUF">51.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><NtryDtls><TxDtls><Refs><EndToEndId>${reference}</EndToEndId></Refs></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`;
    expect((await give(books, booked, 'application/xml')).json()['lines']).toMatchObject([{ outcome: 'unknown' }]);
    // Line by line, by a person.
    await made(books, `payouts/${line?.id ?? ''}/confirmation`, undefined, payers.author);
    expect((await books.get(batch.path)).json()).toMatchObject({ state: 'closed', progress: { paid: 1 } });
    const wrong = { rail: 'paypal', holder: 'X', recipient: '=cmd@example.com' };
    expect((await books.post(`partners/${ana.id}/payout-destinations`, wrong, payers.author)).status).toBe(422);
  }));

it('is paid outside by who says so, with a reference and a day; without anywhere to pay to', () =>
  withBooks(async (books) => {
    const [ana] = (await owe(books, ['Ana'], 5000, { currency: 'JPY' })) as [BookPartner];
    const payers = await payersOf(books);
    const batch = await approvedBatch(books, payers, { rail: 'outside', currency: 'JPY' });
    expect((await books.get(`${batch.path}/file`)).json()).toMatchObject({ code: 'conflict', fields: [{ rule: 'rail' }] });
    expect((await books.post(`${batch.path}/sending`, undefined, payers.author)).json()).toMatchObject({
      fields: [{ rule: 'rail' }],
    });
    const pay = (body: object) => books.post(`${batch.path}/outside-payment`, body, payers.author);
    const reference = 'Wire 2026-118';
    expect((await pay({ reference, paidOn: '2099-01-01' })).json()).toMatchObject({ fields: [{ path: 'paidOn', rule: 'past' }] });
    expect((await pay({ reference: '', paidOn: '2026-01-20' })).status).toBe(422);
    expect((await pay({ reference, paidOn: '2026-01-20' })).json()).toMatchObject({
      state: 'closed',
      paidOn: '2026-01-20',
      outsideReference: reference,
      progress: { paid: 1 },
    });
    expect((await pay({ reference, paidOn: '2026-01-20' })).status).toBe(409);
    expect((await books.get(`payouts/${batch.lines[0]?.id ?? ''}`)).json()).toMatchObject({
      state: 'paid',
      settlement: reference,
    });
    const [balance] = (await books.get(`partners/${ana.id}/balance`)).json() as unknown as Record<string, unknown>[];
    expect(balance).toMatchObject({ currency: 'JPY', payable: 0, inPayout: 0, paid: 5000 });
    const euros = await approvedBatchOf(books, payers);
    expect(
      (await books.post(`${euros}/outside-payment`, { reference, paidOn: '2026-01-20' }, payers.author)).json(),
    ).toMatchObject({
      fields: [{ rule: 'rail' }],
    });
  }));

async function approvedBatchOf(books: Books, payers: Payers): Promise<string> {
  const [ben] = await owe(books, ['Ben']);
  await putDestination(books, payers, 'company/bank-accounts', { holder: 'Acme', iban: 'FR7630006000011234567890189' });
  await putDestination(books, payers, `partners/${ben?.id ?? ''}/bank-accounts`, {
    holder: 'Ben',
    iban: 'DE89370400440532013000',
  });
  return (await approvedBatch(books, payers, {})).path;
}

it('a way to be paid that is added beside another cools off as a changed one does, and only the company confirms it', () =>
  withBooks(async (books) => {
    const [ana] = (await owe(books, ['Ana'])) as [BookPartner];
    const payers = await payersOf(books);
    await putDestination(books, payers, `partners/${ana.id}/bank-accounts`, { holder: 'Ana', iban: 'DE89370400440532013000' });
    const own = await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid);
    const path = `partners/${ana.id}/payout-destinations`;
    const entered = await made(books, path, { rail: 'paypal', holder: 'Ana', recipient: 'ana@example.com' }, own);
    expect(entered).toMatchObject({ rail: 'paypal', iban: 'a•••@example.com', state: 'to_confirm', byPartner: true });
    expect((await books.post(`bank-accounts/${String(entered['id'])}/confirmation`, undefined, own)).status).toBe(403);
    await made(books, `bank-accounts/${String(entered['id'])}/confirmation`, undefined, payers.author);
    expect(await reasonsIn(books, 'rail=paypal')).toEqual({ Ana: ['account_cooling'] });
    expect(await reasonsIn(books, 'rail=stripe')).toEqual({ Ana: ['no_account'] });
    books.now += 3 * DAY;
    expect(await reasonsIn(books, 'rail=paypal')).toEqual({ Ana: [] });
    // The account of the bank is as much in force as before.
    const items = (await books.get(`partners/${ana.id}/bank-accounts`, own)).json()['items'] as { rail: string; state: string }[];
    expect(items.map(({ rail, state }) => [rail, state])).toEqual([
      ['paypal', 'in_force'],
      ['sepa', 'in_force'],
    ]);
    const iban = await books.post(path, wise('Ana', { IBAN: 'DE88370400440532013000' }), own);
    expect(iban.json()).toMatchObject({ code: 'invalid_request', fields: [{ path: 'details.IBAN', rule: 'iban' }] });
    expect((await books.post(path, wise('Ana', { shoeSize: '42' }), own)).status).toBe(422);
    const stranger = (await makeWorkspace(books.db, 'Other')).keys.secretKey;
    expect((await books.post(path, { rail: 'paypal', holder: 'x', recipient: 'x@example.com' }, stranger)).status).toBe(404);
    const trail = await books.owner.query<{ text: string }>(
      `select coalesce(after::text, '') || coalesce(before::text, '') as text from audit where workspace_id = $1`,
      [books.workspace.id],
    );
    expect(trail.some(({ text }) => text.includes('ana@example.com'))).toBe(false);
  }));

it('another currency has a minimum of its own; who is below it waits', () =>
  withBooks(async (books) => {
    await owe(books, ['Ana'], 5000, { currency: 'USD' });
    const payers = await payersOf(books);
    expect(await reasonsIn(books, 'rail=outside&currency=USD')).toEqual({ Ana: [] });
    await setRules(books, payers.approver, { minimums: [{ currency: 'USD', amount: 5001 }] });
    expect(await reasonsIn(books, 'rail=outside&currency=USD')).toEqual({ Ana: ['below_minimum'] });
    const body = { rail: 'outside', currency: 'USD', executionDate: soon(books), remittance: 'x' };
    expect((await books.post('payout-batches', body, payers.author)).json()).toMatchObject({ code: 'nothing_payable' });
  }));
