import { type InvoiceDocument, writeCii } from '@cordee/core/invoice';
import { PDF } from '@libpdf/core';
import { XMLValidator } from 'fast-xml-parser';
import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { invoiceDocuments, longInvoice } from '../../../../test/invoices.ts';
import { makeSealKey, ownSigner, sealPdf } from '../../../platform/pdf/index.ts';
import { attachmentOf } from '../reading/attachment-of.ts';
import { readInvoiceFile } from '../reading/read-invoice-file.ts';
import { drawInvoice } from './draw-invoice.ts';
import { invoicePaper } from './invoice-paper.ts';

const run = promisify(execFile);
const AT = Date.UTC(2026, 10, 3, 9);
const {
  'France, 20 %': standard,
  'credit note': credit,
  'European Union, reverse charge': reverse,
  'in US dollars': dollars,
} = invoiceDocuments;

async function textOf(bytes: Uint8Array): Promise<string> {
  const pdf = await PDF.load(bytes);
  const pages = pdf.extractText().map(({ text }) => text);
  return pages.join('\n').replaceAll(/[\u00a0\u202f]/g, ' ');
}

function count(bytes: Buffer, part: RegExp): number {
  return bytes.toString('latin1').match(part)?.length ?? 0;
}

describe.each(Object.entries(invoiceDocuments))('%s', (_, document: InvoiceDocument) => {
  it('holds its XML to the byte, and is the same drawn twice', async () => {
    const [first, again] = [await invoicePaper(document, 'fr', AT), await invoicePaper(document, 'fr', AT)];
    expect(hash('sha256', first)).toBe(hash('sha256', again));
    const pdf = await PDF.load(first);
    const inside = pdf.attachments.get('factur-x.xml') ?? expect.fail();
    expect(Buffer.from(inside).toString()).toBe(writeCii(document));
  });
});

it('prints everything the law wants of an invoice, in both languages', async () => {
  const french = await textOf(await invoicePaper(standard, 'fr', AT));
  const parts = [
    'Facture AF-P042-2026-000007',
    'Autofacturation',
    'établi par Alpes Équipement SAS',
    '3 novembre 2026',
    '3 décembre 2026',
    'du 1er octobre 2026 au 31 octobre 2026',
    'MANDAT-P042-1',
    'SARL au capital de 10 000 €, RCS Lyon 999 999 998',
    '69003 Lyon',
    'FR11999999998',
    'SIREN 999999980',
    'Commissions d’octobre 2026',
    '12 ventes, relevé 2026-10-0042',
    '20 %',
    'TVA exigible à l’encaissement',
    '1 234,57 €',
    '246,91 €',
    '1 481,48 €',
    'FR76 3000 6000 0112 3456 7890 189',
    'Pas d’escompte',
    '40 €',
    '1 sur 1',
  ];
  for (const part of parts) expect(french).toContain(part);
  expect(french).not.toContain('B2B');
  const english = await textOf(await invoicePaper(credit, 'en', AT));
  for (const part of ['Credit note AV-P042-2026-000002', 'AF-P042-2026-000006 of 3 October 2026', 'Amount credited', '€1,481.48'])
    expect(english).toContain(part);
  expect(await textOf(await invoicePaper(reverse, 'fr', AT))).toContain('Autoliquidation');
  expect(await textOf(await invoicePaper(dollars, 'fr', AT))).toContain('TVA en EUR');
});

it('is PDF/A-3b by its description, tagged, and every font is inside', async () => {
  const bytes = await invoicePaper(standard, 'fr', AT);
  const description = /<x:xmpmeta[^]*<\/x:xmpmeta>/.exec(bytes.toString())?.[0] ?? '';
  expect(XMLValidator.validate(description)).toBe(true);
  for (const part of [
    '<pdfaid:part>3<',
    '<pdfaid:conformance>B<',
    '<fx:ConformanceLevel>EN 16931<',
    '<fx:DocumentFileName>factur-x.xml<',
  ])
    expect(description).toContain(part);
  expect([count(bytes, /\/S \/GTS_PDFA1/g), count(bytes, /\/AFRelationship \/Alternative/g), count(bytes, /\/AF \[/g)]).toEqual([
    1, 1, 1,
  ]);
  expect([count(bytes, /\/FontFile2/g), count(bytes, /\/BaseFont \/(?![A-Z]{6}\+)/g), count(bytes, /\/Helvetica/g)]).toEqual([
    2, 0, 0,
  ]);
  expect([count(bytes, /\/Marked true/g), count(bytes, /\/Lang \(fr\)/g), count(bytes, /\/S \/H1\b/g)]).toEqual([1, 1, 1]);
  expect([count(bytes, /\/Encrypt/g), count(bytes, /\/(?:JavaScript|OpenAction|AA)\b/g)]).toEqual([0, 0]);
  expect(bytes.toString('latin1')).toMatch(/\/ID \[/);
});

it('puts a question mark for what our fonts do not have, and its XML keeps it', async () => {
  const seller = { ...standard.seller, name: 'Łódź\t合同 Ελλάς' };
  const bytes = await invoicePaper({ ...standard, seller }, 'en', AT);
  expect(await textOf(bytes)).toContain('Łódź ?? Ελλάς');
  expect(await readInvoiceFile(bytes)).toMatchObject({ invoice: { seller: { name: seller.name } } });
});

it('does not depend on what was drawn before it', async () => {
  // Blanks that break and those that do not share a glyph: whichever a document has first must not decide for the next one.
  const blank = { ...standard, seller: { ...standard.seller, name: 'A\u00a0B' } };
  const first = await invoicePaper(standard, 'fr', AT);
  await invoicePaper(blank, 'en', AT);
  expect((await invoicePaper(standard, 'fr', AT)).equals(first)).toBe(true);
  const worker = new Worker(new URL('./drawing-thread.ts', import.meta.url), {
    workerData: { document: standard, language: 'fr', at: AT },
  });
  const [beside] = (await once(worker, 'message')) as [Uint8Array];
  await worker.terminate();
  expect(first.equals(beside)).toBe(true);
});

it('is the same drawn beside, and every line of a long one is there', async () => {
  const long = longInvoice(150);
  const here = await invoicePaper(long, 'fr', AT);
  expect((await drawInvoice(long, 'fr', AT)).equals(here)).toBe(true);
  const text = await textOf(here);
  for (const { description } of long.lines) expect(text).toContain(description);
  expect(text).toContain('8 sur 8');
});

async function isThere(tool: string, version: string): Promise<boolean> {
  const found = await run(tool, [version]).then(
    () => true,
    () => false,
  );
  // Said aloud: a check that was not made must not look as if it had been.
  if (!found) process.stderr.write(`SKIPPED: Factur-X is not checked by ${tool}, which this machine does not have\n`);
  return found;
}

const hasQpdf = await isThere('qpdf', '--version');

it.skipIf(!hasQpdf)('is sound to qpdf, sealed as well', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cordee-invoice-'));
  try {
    const plain = await invoicePaper(standard, 'fr', AT);
    const signer = await ownSigner(await makeSealKey('Alpes', AT));
    for (const [name, bytes] of [
      ['plain', plain],
      ['sealed', await sealPdf(plain, signer, { at: AT, reason: 'AF-1' })],
    ] as const) {
      const file = join(folder, `${name}.pdf`);
      await writeFile(file, bytes);
      // It fails on warnings too.
      await run('qpdf', ['--check', file]);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it('stays a Factur-X once it is sealed', async () => {
  const plain = await invoicePaper(standard, 'fr', AT);
  const signer = await ownSigner(await makeSealKey('Alpes', AT));
  const sealed = await sealPdf(plain, signer, { at: AT, reason: standard.number });
  expect(sealed.subarray(0, plain.length).equals(plain)).toBe(true);
  const added = sealed.subarray(plain.length).toString('latin1');
  // What an archive must not lose, and what a field must not bring.
  for (const part of [/\/AF\b/, /\/OutputIntents/, /\/Metadata/, /\/ID \[/, /\/F (?:4|132)\b/]) expect(added).toMatch(part);
  expect(added).not.toMatch(/\/NeedAppearances true|\/Encrypt/);
  expect(Buffer.from((await attachmentOf(sealed)) as Uint8Array).toString()).toBe(writeCii(standard));
});

it('a draft says so on its pages and has nothing inside that a machine would read', async () => {
  const draft = await drawInvoice({ ...standard, number: 'BROUILLON' }, 'fr', AT, true);
  expect(await textOf(draft)).toContain('ce n’est pas une facture');
  expect(await attachmentOf(draft)).toBe('none');
  const long = await drawInvoice({ ...longInvoice(200), number: 'DRAFT' }, 'en', AT, true);
  const pages = (await PDF.load(long)).extractText();
  expect(pages.length).toBeGreaterThan(2);
  expect(pages.every(({ text }) => text.includes('not an invoice'))).toBe(true);
});
