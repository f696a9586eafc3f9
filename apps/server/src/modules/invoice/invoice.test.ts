import { expect, test } from 'vitest';
import { makeSession } from '../../../test/app.ts';
import { type BookPartner, type Books, DAY, START, withBooks } from '../../../test/books.ts';
import { enterDetails, FRENCH, GERMAN, PERSON, setInvoicing, signMandate, SMALL } from '../../../test/invoicing.ts';
import { endPaper, openPaper } from '../../platform/pdf/index.ts';
import { followInvoicesOf } from './verbs/follow-invoices.ts';

type Json = Record<string, unknown>;

const FEBRUARY = Date.UTC(2026, 0, 31, 23);
const MARCH = Date.UTC(2026, 1, 28, 23);
const APRIL = Date.UTC(2026, 2, 31, 22);

/** A PDF as any program makes it, without XML inside. */
async function plainPdf(): Promise<Buffer> {
  const paper = openPaper({ title: 'Facture', author: 'Atelier', language: 'fr', at: START, keywords: '' });
  paper.doc.text('Facture 2026-17');
  return endPaper(paper, [], () => '');
}

const close = (books: Books, month: string) => books.done(`periods/${month}/closing`, undefined);
const drafts = async (books: Books) =>
  (await books.get('invoice-drafts')).json() as { items: Json[]; ready: number; receipts: number };
const issue = async (books: Books) => ((await books.done('invoices', {})) as { items: Json[] }).items;
const read = async (books: Books, id: unknown, as?: string) => (await books.get(`invoices/${String(id)}`, as)).json() as Json;
const follow = (books: Books) => followInvoicesOf({ db: books.db, now: () => books.now }, books.workspace.id);

/** January is closed with a commission of 10 euros that is payable. */
async function untilFebruary(books: Books, partner: BookPartner): Promise<void> {
  await books.sale(`january of ${partner.coupon}`, partner, 10_000);
  books.now = START + 12 * DAY;
  await books.release();
  books.now = FEBRUARY + DAY;
  await close(books, '2026-01');
}

test('a closed month becomes an invoice in the partner’s name, and its VAT is payable along', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    await setInvoicing(books);
    await enterDetails(books, ana, FRENCH);
    await untilFebruary(books, ana);
    expect(await drafts(books)).toMatchObject({
      items: [{ type: '389', net: 1000, vat: 200, months: ['2026-01'], obstacles: [{ code: 'no_mandate' }] }],
      ready: 0,
    });
    expect((await books.post('invoices', {})).json()).toMatchObject({
      code: 'invoice_obstacle',
      fields: [{ rule: 'no_mandate' }],
    });
    const as = await signMandate(books, ana);
    expect(await drafts(books)).toMatchObject({ items: [{ obstacles: [] }], ready: 1 });
    const paper = (query: string) =>
      books.app.call('GET', `/api/v1/invoice-drafts/paper?partnerId=${ana.id}&currency=${query}`, { as: books.key });
    const draft = await paper('EUR');
    expect([draft.status, draft.headers['content-type']]).toEqual([200, 'application/pdf']);
    // No machine takes it for an invoice.
    expect(draft.text).not.toContain('factur-x.xml');
    expect((await paper('EUR&place=1')).status).toBe(404);
    expect((await paper('USD')).status).toBe(404);
    const [invoice] = await issue(books);
    expect(invoice).toMatchObject({
      type: '389',
      number: 'AF-0001-000001',
      state: 'issued',
      net: 1000,
      vat: 200,
      gross: 1200,
      issuedOn: '2026-02-02',
      dueOn: '2026-03-04',
      period: { from: '2026-01-01', to: '2026-01-31' },
    });
    expect(await books.balance(ana)).toMatchObject({ payable: 1200 });
    expect(await drafts(books)).toMatchObject({ items: [], ready: 0 });
    expect(await read(books, invoice?.['id'], as)).toMatchObject({
      seller: { name: 'Atelier Lumière SARL', vatNumber: 'FR40303265045' },
      buyer: { name: 'Maison Bleue SAS', vatNumber: 'FR44732829320' },
      lines: [{ name: 'Commissions d’apport d’affaires, janvier 2026', description: 'Relevé 2026-01-0001', net: 1000 }],
      notes: [{ code: 'REG' }, { code: 'BAR', text: 'B2B' }, { code: 'PMT' }, { code: 'PMD' }, { code: 'AAB' }],
      steps: [{ kind: 'issued', author: null }],
    });
    const pdf = (await books.get(`invoices/${String(invoice?.['id'])}/file`, as)).text;
    expect(pdf.slice(0, 8)).toBe('%PDF-1.7');
    expect((await books.get(`invoices/${String(invoice?.['id'])}/file`)).text).toBe(pdf);
    const xml = (await books.get(`invoices/${String(invoice?.['id'])}/file?form=xml`, as)).text;
    expect(xml).toContain('<ram:ID>AF-0001-000001</ram:ID>');
    expect(xml).toContain('<ram:DuePayableAmount>12.00</ram:DuePayableAmount>');
    expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
  }));

test('what is taken back later: less on the next invoice, a credit note when it is more than was earned', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    await setInvoicing(books);
    await enterDetails(books, ana, FRENCH);
    await signMandate(books, ana);
    await untilFebruary(books, ana);
    await issue(books);
    await books.sale('february', ana, 4000);
    await books.refund('back', `january of ${ana.coupon}`, { amount: 1000 });
    books.now = FEBRUARY + 15 * DAY;
    await books.release();
    books.now = MARCH + DAY;
    await close(books, '2026-02');
    const [second] = await issue(books);
    expect(second).toMatchObject({ type: '389', number: 'AF-0001-000002', net: 300, vat: 60 });
    expect(await read(books, second?.['id'])).toMatchObject({ lines: [{ net: 400 }, { net: -100 }] });
    await books.refund('all back', `january of ${ana.coupon}`);
    books.now = APRIL + DAY;
    await close(books, '2026-03');
    const [third] = await issue(books);
    expect(third).toMatchObject({ type: '261', number: 'AF-0001-000003', net: 900, vat: 180 });
    expect(await read(books, third?.['id'])).toMatchObject({
      credits: [
        { number: 'AF-0001-000001', net: 600 },
        { number: 'AF-0001-000002', net: 300 },
      ],
      lines: [{ name: 'Reprises de commissions, mars 2026', net: 900 }],
    });
    expect(await books.balance(ana)).toMatchObject({ payable: 480 });
    expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
  }));

test('a contested invoice is taken back, and its amounts are made out anew', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    await setInvoicing(books);
    await enterDetails(books, ana, SMALL);
    const as = await signMandate(books, ana);
    await untilFebruary(books, ana);
    const [invoice] = await issue(books);
    expect(invoice).toMatchObject({ vat: 0, vatCategory: 'E' });
    const id = String(invoice?.['id']);
    expect(await follow(books)).toBe(1);
    expect(await read(books, id)).toMatchObject({ state: 'delivered', contestUntil: expect.stringContaining('2026-02-17T23') });
    expect((await books.post(`invoices/${id}/contest`, { reason: 'Nous sommes redevables depuis janvier' }, as)).status).toBe(
      200,
    );
    expect((await books.post(`invoices/${id}/contest`, { reason: 'encore' }, as)).json()).toMatchObject({ code: 'conflict' });
    await enterDetails(books, ana, FRENCH);
    const credited = await books.done(`invoices/${id}/credit`, { reason: 'Régime de TVA corrigé' });
    expect(credited).toMatchObject({ state: 'credited', creditedBy: [{ number: 'AF-0001-000002', net: 1000 }] });
    const [anew] = await issue(books);
    expect(anew).toMatchObject({ type: '389', number: 'AF-0001-000003', net: 1000, vat: 200, vatCategory: 'S' });
    expect(await read(books, anew?.['id'])).toMatchObject({
      lines: [{ description: 'Remplace la facture AF-0001-000001, annulée par l’avoir AF-0001-000002' }],
    });
    expect(await drafts(books)).toMatchObject({ items: [] });
    expect(await books.balance(ana)).toMatchObject({ payable: 1200 });
  }));

test('silence accepts once the days are over, and then nothing can be contested', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    await setInvoicing(books);
    await enterDetails(books, ana, FRENCH);
    const as = await signMandate(books, ana);
    await untilFebruary(books, ana);
    const [invoice] = await issue(books);
    const id = String(invoice?.['id']);
    await follow(books);
    books.now += 14 * DAY;
    expect(await follow(books)).toBe(0);
    books.now += 3 * DAY;
    expect((await books.post(`invoices/${id}/contest`, { reason: 'trop tard' }, as)).status).toBe(409);
    expect(await follow(books)).toBe(1);
    expect(await read(books, id)).toMatchObject({
      state: 'tacitly_accepted',
      steps: [{}, {}, { kind: 'tacitly_accepted', side: 'clock' }],
    });
    expect(await follow(books)).toBe(0);
  }));

test('reverse charge: the company owes the VAT itself, and the partner is paid without', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    await setInvoicing(books);
    await enterDetails(books, ana, GERMAN);
    await signMandate(books, ana);
    await untilFebruary(books, ana);
    expect(await issue(books)).toMatchObject([{ vat: 0, vatCategory: 'AE', gross: 1000 }]);
    expect(await books.balance(ana)).toMatchObject({ payable: 1000 });
    const trial = (await books.get('ledger/trial-balance')).text;
    expect(trial).toContain('vat_due');
    expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
  }));

test('private persons get no invoice, and missing data keeps a document back but nothing that is earned', () =>
  withBooks(async (books) => {
    const person = await books.partner('Paul');
    const unknown = await books.partner('Uma');
    await setInvoicing(books);
    await enterDetails(books, person, PERSON);
    await books.sale('of Uma', unknown, 20_000);
    await untilFebruary(books, person);
    expect(await drafts(books)).toMatchObject({
      items: [
        {
          partnerName: 'Uma',
          type: null,
          net: 2000,
          obstacles: [{ code: 'tax_missing', missing: ['kind', 'country', 'vat_status'] }],
        },
      ],
      ready: 0,
      receipts: 1,
    });
    expect(await books.balance(unknown)).toMatchObject({ payable: 2000 });
  }));

test('a mandate: only the text that was shown, one at a time, revoked by either side, and then nothing is made out', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    const other = await books.partner('Bob');
    await setInvoicing(books);
    await enterDetails(books, ana, FRENCH);
    const as = await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid);
    const stale = { language: 'fr', textSha256: '0'.repeat(64), signer: 'Ana' };
    expect((await books.post('billing-mandates', stale, as)).json()).toMatchObject({
      code: 'conflict',
      fields: [{ rule: 'same_text' }],
    });
    await signMandate(books, ana);
    const { items } = (await books.get('billing-mandates', as)).json() as { items: Json[] };
    expect(items).toMatchObject([{ state: 'in_force', signer: 'Ana Lumière', byPartner: true, contestDays: 15 }]);
    const { textSha256, language } = items[0] ?? {};
    const again = { language, textSha256, signer: 'Ana' };
    expect((await books.post('billing-mandates', again, as)).json()).toMatchObject({ code: 'already_exists' });
    expect((await books.post('billing-mandates', { ...again, partnerId: other.id }, as)).json()).toMatchObject({
      code: 'unknown_reference',
    });
    expect((await books.post('billing-mandates', { ...again, partnerId: other.id })).json()).toMatchObject({ code: 'conflict' });
    const onPaper = { signedOn: '2026-01-10', reference: 'Classeur 3' };
    expect((await books.post('billing-mandates', { ...again, partnerId: other.id, onPaper })).status).toBe(201);
    await untilFebruary(books, ana);
    const id = String(items[0]?.['id']);
    expect((await books.post(`billing-mandates/${id}/revocation`, { reason: 'Nous facturons nous-mêmes' }, as)).status).toBe(200);
    expect((await books.post(`billing-mandates/${id}/revocation`, {}, as)).json()).toMatchObject({ code: 'conflict' });
    expect((await books.post('invoices', { partnerIds: [ana.id] })).json()).toMatchObject({ fields: [{ rule: 'no_mandate' }] });
  }));

test('partners see and answer their own documents only', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    const bob = await books.partner('Bob');
    await setInvoicing(books);
    await enterDetails(books, ana, FRENCH);
    await signMandate(books, ana);
    await untilFebruary(books, ana);
    const [invoice] = await issue(books);
    const id = String(invoice?.['id']);
    const as = await makeSession(books.app, books.db, books.workspace.id, 'partner', bob.uuid);
    expect((await books.get(`invoices/${id}`, as)).status).toBe(404);
    expect((await books.get(`invoices/${id}/file?form=xml`, as)).status).toBe(404);
    expect((await books.get('invoices', as)).json()).toMatchObject({ items: [] });
    expect((await books.post(`invoices/${id}/acceptance`, undefined, as)).status).toBe(404);
    expect((await books.post(`invoices/${id}/acceptance`, undefined)).json()).toMatchObject({ fields: [{ rule: 'other_side' }] });
    expect((await books.get('invoice-drafts', as)).status).toBe(403);
  }));

test('a partner sends its own invoice: matched to the closed months, accepted by the company, its VAT payable then', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    await setInvoicing(books, { selfBilling: false });
    await enterDetails(books, ana, FRENCH);
    await untilFebruary(books, ana);
    const as = await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid);
    const pdf = await plainPdf();
    const send = (query: string, body: unknown = pdf) =>
      books.app.call('POST', `/api/v1/received-invoices?${query}`, { as, body, headers: { 'content-type': 'application/pdf' } });
    const about = 'number=2026-17&issuedOn=2026-02-01&currency=EUR';
    expect((await send(`${about}&net=999&vat=200`)).json()).toMatchObject({
      code: 'invoice_obstacle',
      fields: [{ path: 'net', rule: 'matches', message: expect.stringContaining('10') }],
    });
    expect((await send(`${about}&net=1000&vat=199`)).json()).toMatchObject({ fields: [{ path: 'vat', rule: 'matches' }] });
    expect((await send(`${about}&net=1000`)).json()).toMatchObject({ code: 'invalid_request', fields: [{ path: 'vat' }] });
    expect((await send(`${about}&net=1000&vat=200`, 'no pdf')).json()).toMatchObject({ code: 'invoice_unreadable' });
    const sent = await send(`${about}&net=1000&vat=200&fileName=facture.pdf`);
    expect(sent.status).toBe(201);
    const { id } = sent.json() as { id: string };
    expect(sent.json()).toMatchObject({ type: '380', state: 'submitted', expected: { net: 1000, vat: 200 }, files: ['sent'] });
    expect((await books.get(`invoices/${id}/file?form=sent`)).text).toContain('%PDF-1.7');
    expect((await books.post(`invoices/${id}/acceptance`, undefined, as)).status).toBe(409);
    expect(await books.balance(ana)).toMatchObject({ payable: 1000 });
    expect(await books.done(`invoices/${id}/refusal`, { reason: 'Adresse manquante' })).toMatchObject({ state: 'refused' });
    const anew = (await send(`${about}&net=1000&vat=200`)).json() as { id: string };
    expect(await books.done(`invoices/${anew.id}/acceptance`, undefined)).toMatchObject({ state: 'accepted' });
    expect(await books.balance(ana)).toMatchObject({ payable: 1200 });
    expect((await books.post(`invoices/${anew.id}/credit`, { reason: 'non' })).status).toBe(409);
    expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
  }));

test('the platform: handed over once, its statuses move the document where they mean something', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    await setInvoicing(books);
    await enterDetails(books, ana, FRENCH);
    await signMandate(books, ana);
    await untilFebruary(books, ana);
    const [invoice] = await issue(books);
    const id = String(invoice?.['id']);
    const waiting = async () => ((await books.get('invoices?handedOver=no')).json() as { items: Json[] }).items.length;
    expect(await waiting()).toBe(1);
    expect(await books.done('invoices/handovers', { ids: [id] })).toEqual({ handedOver: 1 });
    expect(await books.done('invoices/handovers', { ids: [id] })).toEqual({ handedOver: 0 });
    expect(await waiting()).toBe(0);
    const said = (code: string, text?: string) =>
      books.done(`invoices/${id}/platform-statuses`, {
        code,
        at: '2026-02-01T20:00:00Z',
        ...(text === undefined ? {} : { text }),
      });
    expect(await said('200')).toMatchObject({ state: 'issued' });
    expect(await said('203')).toMatchObject({ state: 'delivered' });
    expect(await said('210', 'SIREN inconnu')).toMatchObject({ state: 'contested' });
    const again = await said('210');
    expect((again['steps'] as unknown[]).length).toBe(5);
    const late = { code: '205', at: '2030-01-01T00:00:00Z' };
    expect((await books.post(`invoices/${id}/platform-statuses`, late)).json()).toMatchObject({ code: 'clock_in_future' });
  }));

test('payouts wait for documents where the company says so, and say why', () =>
  withBooks(async (books) => {
    const ana = await books.partner('Ana');
    await setInvoicing(books, { paymentWaits: 'accepted' });
    await enterDetails(books, ana, FRENCH);
    const as = await signMandate(books, ana);
    await untilFebruary(books, ana);
    const reasons = async () => {
      const { items } = (await books.get('payout-candidates')).json() as { items: { reasons: string[] }[] };
      return items[0]?.reasons.filter((reason) => reason.startsWith('invoice'));
    };
    expect(await reasons()).toEqual(['invoice_missing']);
    const pay = () => books.post('payouts', { partnerId: ana.id, currency: 'EUR' });
    expect((await pay()).json()).toMatchObject({ code: 'conflict', fields: [{ path: 'partnerId', rule: 'invoice_missing' }] });
    const [invoice] = await issue(books);
    expect(await reasons()).toEqual(['invoice_not_accepted']);
    await books.post(`invoices/${String(invoice?.['id'])}/contest`, { reason: 'faux' }, as);
    expect(await reasons()).toEqual(['invoice_contested']);
    expect((await books.post(`invoices/${String(invoice?.['id'])}/acceptance`, undefined, as)).status).toBe(200);
    expect(await reasons()).toEqual([]);
    expect((await pay()).json()).toMatchObject({ amount: 1200 });
  }));
