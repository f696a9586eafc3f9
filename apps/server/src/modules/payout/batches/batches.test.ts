import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { makeSession, makeWorkspace } from '../../../../test/app.ts';
import { DAY, withBooks, type BookPartner, type Books } from '../../../../test/books.ts';

const COMPANY = { holder: 'Acme & Cie SAS', iban: 'FR76 3000 6000 0112 3456 7890 189', bic: 'AGRIFRPP' };
const IBANS = ['DE89370400440532013000', 'BE68539007547034', 'FR1420041010050500013M02606'];

/** A company that can pay: two people of finance, an account in force, and partners that are owed. */
async function payday(books: Books, names: readonly string[]) {
  const partners: BookPartner[] = [];
  for (const name of names) {
    const partner = await books.partner(name);
    await books.sale(`sale of ${name}`, partner, 50_000);
    partners.push(partner);
  }
  books.now += 11 * DAY;
  await books.release();
  const author = await makeSession(books.app, books.db, books.workspace.id, 'finance');
  const approver = await makeSession(books.app, books.db, books.workspace.id, 'owner');
  const put = async (path: string, body: object) => {
    const account = await created(books, path, body, author);
    return created(books, `bank-accounts/${String(account['id'])}/confirmation`, undefined, approver);
  };
  await put('company/bank-accounts', COMPANY);
  for (const [index, { id }] of partners.entries()) {
    await put(`partners/${id}/bank-accounts`, { holder: `${names[index]} Éts`, iban: IBANS[index % IBANS.length] });
  }
  return { partners, author, approver, put };
}

async function created(books: Books, path: string, body: unknown, as?: string): Promise<Record<string, unknown>> {
  const answer = await books.post(path, body, as);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
  return answer.json();
}

/** A settlement day soon after the clock of the books. */
function soon(books: Books): string {
  const day = new Date(books.now + DAY);
  while ([0, 6].includes(day.getUTCDay())) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

const batchBody = (books: Books) => ({ executionDate: soon(books), remittance: 'Commissions de janvier' });

function statement(entries: string): string {
  return `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>${entries}</Stmt></BkToCstmrStmt></Document>`;
}

function entry(reference: string, amount: string, indicator = 'DBIT', more = ''): string {
  return `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${indicator}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><NtryDtls><TxDtls><Refs><EndToEndId>${reference}</EndToEndId></Refs>${more}</TxDtls></NtryDtls></Ntry>`;
}

function refusal(reference: string, code: string): string {
  return `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><OrgnlPmtInfAndSts><TxInfAndSts><OrgnlEndToEndId>${reference}</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>${code}</Cd></Rsn></StsRsnInf></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`;
}

function report(books: Books, xml: string) {
  return books.app.call('POST', '/api/v1/bank-reports', {
    as: books.key,
    body: xml,
    headers: { 'content-type': 'application/xml' },
  });
}

async function sentBatch(books: Books, people: { readonly author: string; readonly approver: string }) {
  const batch = await created(books, 'payout-batches', batchBody(books), people.author);
  const path = `payout-batches/${String(batch['id'])}`;
  await created(books, `${path}/approval`, undefined, people.approver);
  await created(books, `${path}/sending`, undefined, people.author);
  const lines = (await books.get(`payouts?batchId=${String(batch['id'])}`)).json()['items'] as {
    id: string;
    partnerId: string;
  }[];
  const lineOf = (partner: BookPartner | undefined) => lines.find(({ partnerId }) => partnerId === partner?.id)?.id ?? '';
  return { path, id: String(batch['id']), lineOf };
}

const reference = (payoutId: string) => payoutId.replace('_', '-');

it('pays a month: a batch, another’s approval, the file, the bank’s answers line by line', () =>
  withBooks(async (books) => {
    const { partners, author, approver } = await payday(books, ['Ana', 'Ben', 'Cléo']);
    const [ana, ben, cleo] = partners;
    const candidates = (await books.get('payout-candidates')).json()['items'] as { reasons: string[]; amount: number }[];
    expect(candidates.map(({ amount, reasons }) => [amount, reasons])).toEqual([
      [5000, []],
      [5000, []],
      [5000, []],
    ]);

    const batch = await created(books, 'payout-batches', batchBody(books), author);
    expect(batch).toMatchObject({ state: 'waiting', lines: 3, amount: 15_000, file: null, progress: { inPayout: 3 } });
    expect(await books.balance(ana as BookPartner)).toMatchObject({ payable: 0, inPayout: 5000 });
    const path = `payout-batches/${String(batch['id'])}`;
    expect((await books.get(`${path}/file`)).status).toBe(409);
    expect((await books.post(`${path}/approval`, undefined, author)).status).toBe(409);
    expect((await books.post(`${path}/approval`, undefined, books.key)).status).toBe(403);
    const approved = await created(books, `${path}/approval`, undefined, approver);
    const file = await books.get(`${path}/file`);
    const again = await books.get(`${path}/file`);
    expect(again.text).toBe(file.text);
    expect(approved).toMatchObject({ file: { version: '09', sha256: createHash('sha256').update(file.text).digest('hex') } });
    expect(file.text).toContain('<NbOfTxs>3</NbOfTxs><CtrlSum>150.00</CtrlSum>');
    expect(file.text).toContain('<Nm>Acme + Cie SAS</Nm>');
    expect(file.text).toContain('<Cdtr><Nm>Cleo Ets</Nm></Cdtr><CdtrAcct><Id><IBAN>FR1420041010050500013M02606</IBAN>');
    await created(books, `${path}/sending`, undefined, author);

    const lines = (await books.get(`payouts?batchId=${String(batch['id'])}`)).json()['items'] as {
      id: string;
      partnerId: string;
    }[];
    const lineOf = (partner: BookPartner | undefined) => lines.find(({ partnerId }) => partnerId === partner?.id)?.id ?? '';
    const booked = statement(
      entry(reference(lineOf(ana)), '50.00') + entry(reference(lineOf(ben)), '50.0') + entry('rent', '900.00'),
    );
    const first = await report(books, booked);
    expect(first.json()['lines']).toMatchObject([
      { outcome: 'paid' },
      { outcome: 'paid' },
      { outcome: 'unknown', payoutId: null },
    ]);
    expect((await report(books, booked)).json()['lines']).toMatchObject([{ outcome: 'already' }, { outcome: 'already' }, {}]);
    const refused = await report(books, refusal(reference(lineOf(cleo)), 'AC04'));
    expect(refused.json()).toMatchObject({ kind: 'pain.002', lines: [{ outcome: 'rejected', reason: 'AC04' }] });
    expect((await books.get(path)).json()).toMatchObject({ state: 'closed', progress: { inPayout: 0, paid: 2, rejected: 1 } });
    expect((await books.get(`payouts/${lineOf(cleo)}`)).json()).toMatchObject({ state: 'rejected', endReason: 'AC04' });
    expect(await books.balance(cleo as BookPartner)).toMatchObject({ payable: 5000, paid: 0 });
    expect(await books.balance(ana as BookPartner)).toMatchObject({ inPayout: 0, paid: 5000 });
    const back = statement(entry(reference(lineOf(ana)), '50.00', 'CRDT', '<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>'));
    expect((await report(books, back)).json()['lines']).toMatchObject([{ outcome: 'returned_later', reason: 'AC04' }]);
    expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
  }));

it('books a whole file when the bank names its message only, and nothing when the sum is another', () =>
  withBooks(async (books) => {
    const people = await payday(books, ['Ana', 'Ben']);
    const { path, id } = await sentBatch(books, people);
    const whole = (amount: string) =>
      statement(
        `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><NtryDtls><Btch><PmtInfId>${reference(id)}</PmtInfId></Btch></NtryDtls></Ntry>`,
      );
    expect((await report(books, whole('99.99'))).json()['lines']).toMatchObject([{ outcome: 'unknown' }]);
    expect((await report(books, whole('100.00'))).json()['lines']).toMatchObject([{ outcome: 'paid' }, { outcome: 'paid' }]);
    expect((await books.get(path)).json()).toMatchObject({ state: 'closed', progress: { paid: 2 } });
  }));

it('says who cannot be paid and why, and takes them into no batch', () =>
  withBooks(async (books) => {
    const { author, approver, put, partners } = await payday(books, ['Ana']);
    const [ana] = partners;
    const poor = await books.partner('Poor');
    await books.sale('small', poor, 1000);
    const bare = await books.partner('Bare');
    await books.sale('bare', bare, 50_000);
    books.now += 11 * DAY;
    await books.release();
    await put(`partners/${String(ana?.id)}/bank-accounts`, { holder: 'Ana', iban: IBANS[1] });
    const reasons = async () =>
      Object.fromEntries(
        ((await books.get('payout-candidates')).json()['items'] as { partnerName: string; reasons: string[] }[]).map((one) => [
          one.partnerName,
          one.reasons,
        ]),
      );
    expect(await reasons()).toEqual({ Ana: ['account_cooling'], Poor: ['below_minimum', 'no_account'], Bare: ['no_account'] });
    expect((await books.post('payout-batches', batchBody(books), author)).json()).toMatchObject({ code: 'nothing_payable' });
    const named = { ...batchBody(books), partnerIds: [poor.id, ana?.id] };
    expect((await books.post('payout-batches', named, author)).json()).toMatchObject({
      code: 'conflict',
      fields: [
        { path: 'partnerIds.0', rule: 'below_minimum' },
        { path: 'partnerIds.1', rule: 'account_cooling' },
      ],
    });
    books.now += 3 * DAY;
    expect((await reasons())['Ana']).toEqual([]);
    const rules = { minimumAmount: 0, coolingHours: 0, fourEyes: false };
    expect((await books.app.call('PUT', '/api/v1/payment-rules', { as: author, body: rules })).status).toBe(403);
    expect((await books.app.call('PUT', '/api/v1/payment-rules', { as: approver, body: rules })).status).toBe(200);
    expect((await reasons())['Poor']).toEqual(['no_account']);
  }));

it('is given up whole before it is sent; what is left is payable again', () =>
  withBooks(async (books) => {
    const { author, approver, partners } = await payday(books, ['Ana', 'Ben']);
    const batch = await created(books, 'payout-batches', batchBody(books), author);
    const path = `payout-batches/${String(batch['id'])}`;
    expect((await books.post('payout-batches', batchBody(books), author)).json()).toMatchObject({ code: 'nothing_payable' });
    await created(books, `${path}/approval`, undefined, approver);
    const [line] = (await books.get(`payouts?batchId=${String(batch['id'])}`)).json()['items'] as { id: string }[];
    // Its file would pay it all the same.
    expect((await books.post(`payouts/${String(line?.id)}/rejection`, { reason: 'x' })).json()).toMatchObject({
      code: 'conflict',
    });
    expect((await created(books, `${path}/cancellation`, { reason: 'Wrong day' }, author))['state']).toBe('cancelled');
    expect((await books.get(`${path}/file`)).status).toBe(409);
    expect((await books.post(`${path}/sending`, undefined, author)).status).toBe(409);
    for (const partner of partners) expect(await books.balance(partner)).toMatchObject({ payable: 5000, inPayout: 0 });
    expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
  }));

it('a changed account keeps a batch from being approved until its line is rejected', () =>
  withBooks(async (books) => {
    const { author, approver, partners, put } = await payday(books, ['Ana', 'Ben']);
    const batch = await created(books, 'payout-batches', batchBody(books), author);
    const path = `payout-batches/${String(batch['id'])}`;
    await put(`partners/${String(partners[0]?.id)}/bank-accounts`, { holder: 'Mallory', iban: IBANS[2] });
    expect((await books.post(`${path}/approval`, undefined, approver)).json()).toMatchObject({
      code: 'conflict',
      fields: [{ rule: 'account' }],
    });
    const lines = (await books.get(`payouts?batchId=${String(batch['id'])}`)).json()['items'] as {
      id: string;
      partnerId: string;
    }[];
    const line = lines.find(({ partnerId }) => partnerId === partners[0]?.id);
    await created(books, `payouts/${String(line?.id)}/rejection`, { reason: 'Account changed' });
    expect(await created(books, `${path}/approval`, undefined, approver)).toMatchObject({ lines: 1, amount: 5000 });
    expect((await books.get(`${path}/file`)).text).toContain('<NbOfTxs>1</NbOfTxs><CtrlSum>50.00</CtrlSum>');
  }));

it('an account: masked, sealed, confirmed by somebody else, the partner’s own, nobody else’s', () =>
  withBooks(async (books) => {
    const { partners, author, approver } = await payday(books, ['Ana', 'Ben']);
    const [ana, ben] = partners as [BookPartner, BookPartner];
    const own = await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid);
    const path = `partners/${ana.id}/bank-accounts`;
    const wrong = await books.post(path, { holder: 'Ana', iban: 'DE88370400440532013000' }, own);
    expect(wrong.json()).toMatchObject({ code: 'invalid_request', fields: [{ path: 'iban', rule: 'iban' }] });
    const entered = await created(books, path, { holder: 'Ana', iban: IBANS[1] }, own);
    expect(entered).toMatchObject({ state: 'to_confirm', iban: 'BE•• •••• 7034', byPartner: true });
    expect((await books.post(`bank-accounts/${String(entered['id'])}/confirmation`, undefined, own)).status).toBe(403);
    expect((await books.post(`partners/${ben.id}/bank-accounts`, { holder: 'Ana', iban: IBANS[1] }, own)).status).toBe(404);
    expect((await books.get(`partners/${ben.id}/bank-accounts`, own)).status).toBe(404);
    const refused = await created(books, `bank-accounts/${String(entered['id'])}/refusal`, { reason: 'Call us' }, author);
    expect(refused).toMatchObject({ state: 'refused', reason: 'Call us' });
    const by = await created(books, path, { holder: 'Ana', iban: IBANS[1] }, author);
    expect((await books.post(`bank-accounts/${String(by['id'])}/confirmation`, undefined, author)).json()).toMatchObject({
      code: 'same_person',
    });
    const twice = await created(books, `bank-accounts/${String(by['id'])}/confirmation`, undefined, approver);
    // Ben is paid on the same account: the company learns it, the partner does not.
    expect(twice).toMatchObject({ state: 'in_force', alsoOf: [ben.id] });
    const seen = (await books.get(path, own)).json()['items'] as { alsoOf: string[]; iban: string }[];
    expect(seen.map(({ alsoOf }) => alsoOf)).toEqual([[], [], []]);
    const rows = await books.owner.query<{ iban: Buffer }>('select iban from bank_account where workspace_id = $1', [
      books.workspace.id,
    ]);
    expect(rows.some(({ iban }) => iban.includes('3704') || iban.includes('7034'))).toBe(false);
    const trail = await books.owner.query<{ text: string }>(
      `select coalesce(after::text, '') || coalesce(before::text, '') as text from audit where workspace_id = $1`,
      [books.workspace.id],
    );
    expect(trail.some(({ text }) => text.includes('BE68539007547034'))).toBe(false);
    const stranger = (await makeWorkspace(books.db, 'Other')).keys.secretKey;
    expect((await books.get(path, stranger)).status).toBe(404);
    expect((await books.post(path, { holder: 'x', iban: IBANS[0] }, stranger)).status).toBe(404);
  }));

it('refuses a wrong day, a broken or foreign report, and two who approve at once', () =>
  withBooks(async (books) => {
    const { author, approver } = await payday(books, ['Ana']);
    const body = batchBody(books);
    const past = await books.post('payout-batches', { ...body, executionDate: '2020-01-06' }, author);
    expect(past.json()).toMatchObject({ code: 'conflict', fields: [{ path: 'executionDate', rule: 'future' }] });
    const holiday = await books.post('payout-batches', { ...body, executionDate: '2026-04-03' }, author);
    expect(holiday.json()).toMatchObject({ code: 'conflict', fields: [{ rule: 'target_day' }] });
    expect((await books.post('payout-batches', { ...body, executionDate: '2026-02-30' }, author)).status).toBe(422);
    const whole = statement(entry('x', '1.00'));
    for (const broken of [whole.slice(0, -40), 'nothing', '<Document/>', `<!DOCTYPE x [<!ENTITY a "b">]>${whole}`]) {
      expect((await report(books, broken)).json()).toMatchObject({ code: 'bank_report_unreadable' });
    }
    const batch = await created(books, 'payout-batches', body, author);
    const path = `payout-batches/${String(batch['id'])}`;
    const answers = await Promise.all([1, 2, 3].map(() => books.post(`${path}/approval`, undefined, approver)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    // Not sent: what a bank says of it cannot be about this file.
    const [line] = (await books.get(`payouts?batchId=${String(batch['id'])}`)).json()['items'] as { id: string }[];
    const early = await report(books, statement(entry(reference(String(line?.id)), '50.00')));
    expect(early.json()['lines']).toMatchObject([{ outcome: 'unknown' }]);
  }));

it('a batch is not approved while tax details have come to hold a line of it', () =>
  withBooks(async (books) => {
    const { partners, author, approver } = await payday(books, ['Anna', 'Ben']);
    const batch = await created(books, 'payout-batches', batchBody(books), author);
    const [anna] = partners;
    const details = { validFrom: '2026-01-01', kind: 'employee_of_third_party', legalName: 'Anna' };
    await created(books, `partners/${anna?.id ?? ''}/tax-details`, details, author);
    const approve = () => books.post(`payout-batches/${String(batch['id'])}/approval`, undefined, approver);
    expect((await approve()).json()).toMatchObject({ code: 'conflict', fields: [{ path: 'lines', rule: 'tax_under_review' }] });
    const review = { treatAs: 'elsewhere', reason: 'The employer declares it' };
    const reviewed = await books.post(`partners/${anna?.id ?? ''}/tax-reviews`, review, approver);
    // A review frees the payment; what is missing for the document is another matter.
    expect(reviewed.json()).toMatchObject({ outcome: 'blocked', holdsPayment: false });
    expect((await approve()).json()).toMatchObject({ state: 'approved' });
  }));
