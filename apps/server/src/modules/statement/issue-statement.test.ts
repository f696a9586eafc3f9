import { PDF } from '@libpdf/core';
import { XMLValidator } from 'fast-xml-parser';
import { createPrivateKey, hash, X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { makeSession } from '../../../test/app.ts';
import { DAY, withBooks, withOwnBooks, type BookPartner, type Books } from '../../../test/books.ts';
import { createSealer } from '../../platform/crypto/index.ts';
import { makeSealKey, ownSigner, SealError, verifyPdf } from '../../platform/pdf/index.ts';
import { drawStatement } from './paper/draw-statement.ts';
import { statementPaper } from './paper/statement-paper.ts';
import type { ClosedStatement } from './queries/load-closed-statement.ts';

async function closedJanuary(books: Books): Promise<{ ana: BookPartner; id: string }> {
  const ana = await books.partner('Ana');
  await books.app.call('PATCH', `/api/v1/partners/${ana.id}`, { as: books.key, body: { name: 'Œuvres Łódź' } });
  await books.sale('commande-1', ana, 123_450);
  books.now += 30 * DAY;
  await books.done('periods/2026-01/closing', undefined);
  const { items } = (await books.get('statements')).json() as { items: { id: string }[] };
  return { ana, id: items[0]?.id ?? expect.fail() };
}

async function download(books: Books, id: string, language: string, as = books.key): Promise<Buffer> {
  const response = await books.app.fastify.inject({
    method: 'GET',
    url: `/api/v1/statements/${id}?format=pdf`,
    headers: { authorization: `Bearer ${as}`, 'accept-language': language },
  });
  expect(response.statusCode).toBe(200);
  expect(response.headers['content-type']).toBe('application/pdf');
  return response.rawPayload;
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const pdf = await PDF.load(bytes);
  return pdf
    .extractText()
    .map(({ text }) => text)
    .join('\n');
}

it('is given out in both languages, the same bytes every time and whoever asks first', () =>
  withBooks(async (books) => {
    const { ana, id } = await closedJanuary(books);
    const [first, second] = await Promise.all([download(books, id, 'fr'), download(books, id, 'fr')]);
    expect(second.equals(first)).toBe(true);
    const english = await download(books, id, 'en');
    books.now += 90 * DAY;
    expect((await download(books, id, 'en')).equals(english)).toBe(true);

    expect(first.toString('latin1')).toContain('/SubFilter /ETSI.CAdES.detached');
    const certificate = await books.get('statements/certificate');
    expect(new X509Certificate(certificate.text).subject).toContain('O=Test');
    const keys = await books.owner.query<{ private_key: Buffer; certificate: Buffer }>(
      'select private_key, certificate from seal_key where workspace_id = $1',
      [books.workspace.id],
    );
    expect(keys).toHaveLength(1);
    expect(new X509Certificate(certificate.text).raw.equals(keys[0]?.certificate ?? Buffer.alloc(0))).toBe(true);
    expect(() => createPrivateKey({ key: keys[0]?.private_key ?? '', format: 'der', type: 'pkcs8' })).toThrow();

    const french = await textOf(first);
    for (const part of ['Relevé 2026-01-0001', 'Œuvres Łódź', 'janvier 2026', 'commande-1', '123,45', 'Les clauses citées'])
      expect(french).toContain(part);
    expect(await textOf(english)).toContain('commission earned');
    const { transactionHash } = (await books.get('periods/2026-01')).json();
    expect(first.toString('latin1')).toContain(`<pdf:Keywords>${String(transactionHash)}</pdf:Keywords>`);
    expect(french).toContain('Chaîne des livres à la clôture');

    const issued = await books.owner.query<{ after: { sha256: string; language: string } }>(
      `select after from audit where workspace_id = $1 and action = 'statement.issued' order by id`,
      [books.workspace.id],
    );
    expect(issued.map(({ after }) => after.sha256)).toEqual([first, english].map((bytes) => hash('sha256', bytes, 'hex')));
    expect(issued.map(({ after }) => after.language)).toEqual(['fr', 'en']);
    const partner = await makeSession(books.app, books.db, books.workspace.id, 'partner', ana.uuid);
    const own = await books.get(`statements/${id}?format=pdf`, partner, { 'accept-language': 'fr' });
    expect(own.status).toBe(200);
    const other = await makeSession(books.app, books.db, books.workspace.id, 'partner', (await books.partner('Ben')).uuid);
    expect((await books.get(`statements/${id}?format=pdf`, other)).status).toBe(404);
  }));

const zero = { pending: 0n, payable: 0n, inPayout: 0n, paid: 0n };

function sampled(count: number): ClosedStatement {
  const at = Date.UTC(2026, 9, 12);
  const commission = { factSeq: 1n, number: 0, recordedAt: at, clause: '1', planVersion: 1, planVersionId: 'version' };
  const movements = Array.from({ length: count }, (_, index) => ({
    currency: 'EUR',
    effectiveAt: at,
    recordedAt: at,
    kind: 'accrual' as const,
    factSeq: BigInt(index),
    number: 0,
    eventId: `order-${index}`,
    label: `order-${index}`,
    debit: 'commission_expense' as const,
    credit: 'pending' as const,
    amount: 100n,
    commission,
    lateOf: null,
    clauseText: 'Ten percent.',
    debt: null,
  }));
  const record = {
    id: 'statement',
    month: '2026-10',
    number: 1,
    from: Date.UTC(2026, 8, 30, 22),
    to: Date.UTC(2026, 9, 31, 23),
    after: 0n,
    through: 9n,
    closedAt: Date.UTC(2026, 10, 2),
    transactionHash: Buffer.alloc(32, 7),
    workspaceName: 'Alpes & <Cie>',
    partnerId: 'partner',
    partnerName: 'Atelier Lumière',
    currency: 'EUR',
    opening: zero,
    closing: { ...zero, pending: 100n * BigInt(count) },
    movements: count,
    late: 0,
    tellsDebts: true,
  };
  return { record, zone: 'Europe/Paris', movements, debts: [] };
}

it('is read by screen readers, and long ones are the same drawn beside', async () => {
  const statement = sampled(120);
  const here = await statementPaper(statement, 'en');
  expect((await drawStatement(statement, 'en')).equals(here)).toBe(true);
  const raw = here.toString('latin1');
  const count = (part: RegExp) => raw.match(part)?.length ?? 0;
  expect([count(/\/Marked true/g), count(/\/Lang \(en\)/g), count(/\/DisplayDocTitle true/g)]).toEqual([1, 1, 1]);
  expect([count(/\/S \/TR\b/g), count(/\/S \/TH\b/g), count(/\/S \/H1\b/g)]).toEqual([123, 8, 1]);
  expect(count(/\/FontFile2/g)).toBe(2);
  const pdf = await PDF.load(here);
  const description = /<x:xmpmeta[^]*<\/x:xmpmeta>/.exec(here.toString())?.[0] ?? '';
  expect(XMLValidator.validate(description)).toBe(true);
  expect(description).toContain('Alpes &amp; &lt;Cie&gt;');
  const pages = pdf.extractText();
  expect(pages.length).toBeGreaterThan(3);
  const all = pages.map(({ text }) => text).join('\n');
  for (let index = 0; index < 120; index += 1) expect(all).toContain(`order-${index}`);
});

it('a new key seals from then on; what was sealed before keeps verifying by the certificate it carries', () =>
  withBooks(async (books) => {
    const { id } = await closedJanuary(books);
    const before = await download(books, id, 'fr');
    const owner = await makeSession(books.app, books.db, books.workspace.id, 'owner');
    expect((await books.post('seal-keys', undefined)).status).toBe(403);
    const renewed = await books.post('seal-keys', undefined, owner);
    expect(renewed.json()).toMatchObject({ number: 2, inForce: true });
    const after = await download(books, id, 'en');
    expect((await download(books, id, 'fr')).equals(before)).toBe(true);
    const keys = (await books.get('seal-keys')).json() as { items: { number: number; certificate: string }[] };
    const { items } = keys;
    const told = [{ month: '2026-01', documents: 1 }];
    const subject = String.raw`O=Test, CN=Test\, Cordée`;
    expect(keys).toMatchObject({
      items: [
        { number: 2, inForce: true, sealed: told, subject, issuer: subject, validTo: '2046-02-01T00:00:00.000Z' },
        { number: 1, inForce: false, sealed: told },
      ],
      signer: null,
      isTimestamped: false,
    });
    // Of documents given out before it was noted, their time tells.
    await books.owner.query('update statement_document set sealed_by = null where workspace_id = $1', [books.workspace.id]);
    expect((await books.get('seal-keys')).json()).toEqual(keys);
    for (const [index, sealed] of [after, before].entries()) {
      expect(verifyPdf(sealed)).toMatchObject({ isIntact: true, signatures: [{ faults: [] }] });
      const { raw } = new X509Certificate(items[index]?.certificate ?? '');
      expect(sealed.toString('latin1').toLowerCase()).toContain(raw.toString('hex').slice(0, 400));
    }
  }));

it('while whoever seals elsewhere is away, nothing is sealed, least of all with a key of our own', async () => {
  const stranger = await ownSigner(await makeSealKey('Elsewhere', Date.UTC(2026, 0, 1)));
  const { certificate, keyType, signatureAlgorithm } = stranger;
  const elsewhere = { certificate, keyType, signatureAlgorithm, sign: () => Promise.reject(new SealError('away')) };
  await withOwnBooks(
    async (books) => {
      const { id } = await closedJanuary(books);
      const refused = await books.get(`statements/${id}?format=pdf`);
      expect(refused.json()).toMatchObject({ code: 'seal_away', status: 503, fields: [{ path: 'seal' }] });
      expect((await books.get('seal-keys')).json()).toMatchObject({
        items: [],
        signer: { subject: String.raw`O=Elsewhere, CN=Elsewhere\, Cordée`, sealed: [] },
      });
      expect(await books.owner.query('select number from seal_key')).toEqual([]);
      expect(await books.owner.query('select sha256 from statement_document')).toEqual([]);
    },
    {},
    {},
    { seals: { sealer: createSealer(Buffer.alloc(32, 1)), elsewhere } },
  );
});
