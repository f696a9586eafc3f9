import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { frenchChart } from '@cordee/core/accounting';
import { afterAll, expect, test } from 'vitest';
import { makeSession } from '../../apps/server/test/app.ts';
import { type BookPartner, type Books, DAY, START, withOwnBooks } from '../../apps/server/test/books.ts';
import { runJob } from '../../apps/server/test/desk.ts';
import { setInvoicing } from '../../apps/server/test/invoicing.ts';
import { commands } from '../../apps/server/src/cli/commands.ts';
import { runCli } from '../../apps/server/src/cli/run-cli.ts';
import { germanIban, type MonthPartner, outcomes, partnersOfAMonth } from './partners-of-a-month.ts';

type Json = Record<string, unknown>;
type Partner = MonthPartner & BookPartner;

const PARTNERS = 200;
const FEBRUARY = Date.UTC(2026, 1, 2, 9);
const MARCH = Date.UTC(2026, 2, 2, 9);
const DECLARATION = { paysSalaries: true, das2Column: 'commissions' };
const folder = mkdtempSync(join(tmpdir(), 'cordee-month-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function list(books: Books, path: string): Promise<Json[]> {
  const found: Json[] = [];
  let cursor: string | null = '';
  do {
    const answer = await books.get(
      `${path}${path.includes('?') ? '&' : '?'}limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`,
    );
    const page = answer.json() as unknown as { items: Json[]; nextCursor?: string | null };
    found.push(...page.items);
    cursor = page.nextCursor ?? null;
  } while (cursor !== null);
  return found;
}

async function done(books: Books, path: string, body: unknown, as: string): Promise<Json> {
  const answer = await books.post(path, body, as);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return answer.json();
}

interface People {
  readonly owner: string;
  readonly finance: string;
}

/** Everybody has joined, said what it is for tax, gave its account and, where documents are wanted, its mandate. */
async function gather(books: Books, { owner, finance }: People): Promise<Partner[]> {
  const offer = (await books.get('billing-mandates/offer')).json();
  const account = async (path: string, holder: string, iban: string) => {
    const made = await done(books, path, { holder, iban }, finance);
    await done(books, `bank-accounts/${String(made['id'])}/confirmation`, undefined, owner);
  };
  await account('company/bank-accounts', 'Maison Bleue SAS', 'FR7630006000011234567890189');
  const joined: Partner[] = [];
  for (const one of partnersOfAMonth(PARTNERS)) {
    const partner = { ...one, ...(await books.partner(one.name)) };
    if (one.details !== null) await books.done(`partners/${partner.id}/tax-details`, one.details);
    if (one.taxCase === 'elsewhere') {
      await done(books, `partners/${partner.id}/tax-proofs`, { kind: 'business', reference: `Registre ${one.index}` }, owner);
    }
    if (outcomes[one.taxCase] === 'invoice') {
      const given = { language: offer['language'], textSha256: offer['textSha256'], signer: one.name };
      const onPaper = { signedOn: '2026-01-05', reference: `Classeur ${one.index}` };
      await books.done('billing-mandates', { partnerId: partner.id, ...given, onPaper });
    }
    await account(`partners/${partner.id}/bank-accounts`, one.name, one.iban);
    joined.push(partner);
  }
  return joined;
}

/** January: two sales each; a refund before the end of a hold for every seventh, after it for every eleventh. */
async function sellInJanuary(books: Books, partners: readonly Partner[]): Promise<void> {
  for (const partner of partners) {
    await books.sale(`first of ${partner.name}`, partner, 40_000 + partner.index * 10);
    await books.sale(`second of ${partner.name}`, partner, 25_000);
    if (partner.index % 7 === 0) await books.refund(`early ${partner.name}`, `second of ${partner.name}`);
  }
  books.now = START + 12 * DAY;
  await books.release();
  for (const partner of partners) {
    if (partner.index % 11 === 0) await books.refund(`late ${partner.name}`, `first of ${partner.name}`, { amount: 10_000 });
  }
}

const reference = (payoutId: unknown) => String(payoutId).replace('_', '-');

/** The bank carried out every line but one, which it refused. */
async function answerOfTheBank(books: Books, lines: readonly Json[], refused: Json): Promise<void> {
  const say = (xml: string) =>
    books.app.call('POST', '/api/v1/bank-reports', { as: books.key, body: xml, headers: { 'content-type': 'application/xml' } });
  const entries = lines
    .filter((line) => line !== refused)
    .map(({ id, amount }) => {
      const euros = `${String(Number(amount)).padStart(3, '0').slice(0, -2)}.${String(Number(amount)).padStart(3, '0').slice(-2)}`;
      return `<Ntry><Amt Ccy="EUR">${euros}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><NtryDtls><TxDtls><Refs><EndToEndId>${reference(id)}</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>`;
    });
  const statement = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>${entries.join('')}</Stmt></BkToCstmrStmt></Document>`;
  expect((await say(statement)).status).toBe(201);
  const status = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><OrgnlPmtInfAndSts><TxInfAndSts><OrgnlEndToEndId>${reference(refused['id'])}</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`;
  expect((await say(status)).status).toBe(201);
}

async function command(books: Books, ...words: string[]): Promise<string> {
  let out = '';
  const env = { DATABASE_URL: books.url, CORDEE_DATA: folder };
  const stdout = { write: (text: string) => void (out += text) };
  const code = await runCli(commands, words, { stdout, stderr: stdout, env, clock: () => books.now });
  expect(code, out).toBe(0);
  return out;
}

test(
  'a whole month: two hundred partners, every tax case, documents, payment, books, and the next month begins where it ended',
  () =>
    withOwnBooks(async (books) => {
      await setInvoicing(books);
      const session = (role: 'owner' | 'finance') => makeSession(books.app, books.db, books.workspace.id, role);
      const people = { owner: await session('owner'), finance: await session('finance') };
      const partners = await gather(books, people);
      await sellInJanuary(books, partners);

      books.now = FEBRUARY;
      expect(await books.done('periods/2026-01/closing', undefined)).toMatchObject({ state: 'closed', statements: PARTNERS });
      const drafts = (await books.get('invoice-drafts')).json() as unknown as { items: Json[]; ready: number; receipts: number };
      const wanted = (outcome: string) => partners.filter(({ taxCase }) => outcomes[taxCase] === outcome).length;
      expect(drafts).toMatchObject({ ready: wanted('invoice'), receipts: wanted('receipt') });
      expect(drafts.items.filter(({ type }) => type === null)).toHaveLength(wanted('kept_back'));
      const issued = (await books.done('invoices', {}))['items'] as Json[];
      expect(issued).toHaveLength(wanted('invoice'));
      expect(new Set(issued.map(({ number }) => number)).size).toBe(issued.length);

      // One is contested, taken back and made out anew; silence accepts the others.
      await runJob(books.app.jobs, 'invoice.follow', {});
      const [contested] = issued;
      const own = partners.find(({ id }) => id === contested?.['partnerId']);
      const as = await makeSession(books.app, books.db, books.workspace.id, 'partner', own?.uuid ?? '');
      await done(books, `invoices/${String(contested?.['id'])}/contest`, { reason: 'Adresse fausse' }, as);
      await books.done(`invoices/${String(contested?.['id'])}/credit`, { reason: 'Adresse corrigée' });
      expect((await books.done('invoices', {}))['items']).toHaveLength(1);
      books.now += 17 * DAY;
      await runJob(books.app.jobs, 'invoice.follow', {});
      const states = Map.groupBy(await list(books, 'invoices'), ({ state }) => state);
      expect(states.get('tacitly_accepted')).toHaveLength(issued.length - 1);
      expect(states.get('credited')).toHaveLength(1);

      // One changed its account: it waits, the others are paid; the bank refuses one line.
      const moved = partners[4] as Partner;
      const account = await done(
        books,
        `partners/${moved.id}/bank-accounts`,
        { holder: moved.name, iban: germanIban(9999) },
        people.finance,
      );
      await done(books, `bank-accounts/${String(account['id'])}/confirmation`, undefined, people.owner);
      const cooling = (await list(books, 'payout-candidates')).find(({ partnerId }) => partnerId === moved.id);
      expect(cooling).toMatchObject({ reasons: ['account_cooling'] });
      const batch = await done(
        books,
        'payout-batches',
        { executionDate: '2026-02-20', remittance: 'Commissions 2026-01' },
        people.finance,
      );
      const path = `payout-batches/${String(batch['id'])}`;
      expect((await books.post(`${path}/approval`, undefined, people.finance)).status).toBe(409);
      await done(books, `${path}/approval`, undefined, people.owner);
      await done(books, `${path}/sending`, undefined, people.finance);
      const lines = await list(books, `payouts?batchId=${String(batch['id'])}`);
      const file = (await books.get(`${path}/file`)).text;
      const total = lines.reduce((sum, { amount }) => sum + Number(amount), 0);
      expect(file).toContain(
        `<NbOfTxs>${lines.length}</NbOfTxs><CtrlSum>${Math.trunc(total / 100)}.${String(total % 100).padStart(2, '0')}</CtrlSum>`,
      );
      const refused = lines[9] ?? {};
      await answerOfTheBank(books, lines, refused);
      expect((await list(books, `payouts?batchId=${String(batch['id'])}`)).filter(({ state }) => state === 'paid')).toHaveLength(
        lines.length - 1,
      );

      // What was paid is refunded: next month it is taken back by a credit note.
      const paid = partners.find(
        ({ id, taxCase }) => taxCase === 'liable' && id !== moved.id && id !== own?.id && id !== refused['partnerId'],
      ) as Partner;
      await books.refund('after payment', `first of ${paid.name}`);
      books.now = MARCH;
      await books.done('periods/2026-02/closing', undefined);
      const credit = ((await books.done('invoices', {}))['items'] as Json[]).filter(({ type }) => type === '261');
      expect(credit).toMatchObject([{ partnerId: paid.id }]);

      // The next month begins where this one ended, for everybody.
      const january = new Map((await list(books, 'statements?period=2026-01')).map((one) => [one['partnerId'], one]));
      for (const { partnerId, opening } of await list(books, 'statements?period=2026-02')) {
        expect(opening).toEqual(january.get(partnerId)?.['closing']);
      }
      expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });

      // Books for the accountant, checked by themselves and added up again.
      const put = (name: string, body: unknown) => books.app.call('PUT', `/api/v1/books/${name}`, { as: books.key, body });
      expect((await put('charts/2026-01-01', frenchChart)).status).toBe(200);
      expect((await put('declaration', DECLARATION)).status).toBe(200);
      await command(books, 'books', 'fec', '2026-01', '2026-02', '--folder', folder);
      const {
        path: journal,
        debit,
        credit: credits,
      } = JSON.parse(await command(books, 'books', 'hledger', '2026-01', '2026-02', '--folder', folder, '--json')) as {
        path: string;
        debit: string;
        credit: string;
      };
      expect(debit).toBe(credits);
      const charged = issued.find(({ id, vat }) => vat !== 0 && id !== contested?.['id']);
      expect(readFileSync(journal, 'utf8')).toContain(String(charged?.['number']));
    }),
  300_000,
);
