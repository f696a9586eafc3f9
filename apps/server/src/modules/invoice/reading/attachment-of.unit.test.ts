import { stateInvoice, writeCii } from '@cordee/core/invoice';
import { PDF } from '@libpdf/core';
import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { invoiceDocuments } from '../../../../test/invoices.ts';
import { endPaper, openPaper, say } from '../../../platform/pdf/index.ts';
import { attachmentOf } from './attachment-of.ts';
import { readInvoiceFile } from './read-invoice-file.ts';

const { 'France, 20 %': standard } = invoiceDocuments;
const xml = writeCii(standard);

function plainPaper(): Promise<Buffer> {
  const paper = openPaper({ title: 'A', author: 'B', language: 'en', at: 0, keywords: '' });
  say(paper, 'P', () => paper.doc.text('An invoice for people'));
  return endPaper(paper, [], (page) => String(page));
}

async function withInside(name: string, bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDF.load(await plainPaper());
  pdf.attachments.add(name, bytes);
  return pdf.save();
}

it.each(['factur-x.xml', 'ZUGFeRD-invoice.xml', 'xrechnung.xml'])(
  'is found under the name %s, whoever wrote the PDF',
  async (name) => {
    const found = await readInvoiceFile(await withInside(name, Buffer.from(xml)));
    expect(found).toEqual({ invoice: stateInvoice(standard), faults: [] });
  },
);

it('is read by itself as well, in the encoding it declares', async () => {
  expect(await readInvoiceFile(Buffer.from(xml))).toMatchObject({ invoice: { number: standard.number } });
  const latin = Buffer.from(xml.replace('UTF-8', 'ISO-8859-1').replaceAll('’', '&#8217;').replaceAll('€', 'EUR'), 'latin1');
  expect(await readInvoiceFile(latin)).toMatchObject({ invoice: { buyer: { name: 'Alpes Équipement SAS' } } });
});

it('is not in a PDF for people only, nor under another name', async () => {
  expect(await readInvoiceFile(await plainPaper())).toBe('none');
  expect(await readInvoiceFile(await withInside('terms.xml', Buffer.from('<a/>')))).toBe('none');
});

function packed(content: Buffer, filter = '/FlateDecode'): Buffer {
  const stream = deflateSync(content);
  const head = `%PDF-1.7\n1 0 obj\n<</Filter ${filter} /Length ${stream.length}>>\nstream\n`;
  return Buffer.concat([Buffer.from(head), stream, Buffer.from('\nendstream\nendobj\n')]);
}

it.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
  ['what grows to 60 MB', () => packed(Buffer.alloc(60_000_000))],
  ['what is packed twice', () => packed(deflateSync(Buffer.alloc(1000)), '[/FlateDecode /FlateDecode]')],
  ['parts that grow to 250 MB together', () => Buffer.concat(Array.from({ length: 5 }, () => packed(Buffer.alloc(49_000_000))))],
  ['more than an invoice weighs', () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(20_000_000)])],
  ['an XML beyond reason', () => withInside('factur-x.xml', Buffer.alloc(6_000_000, 'a'))],
  ['no PDF', () => Buffer.from('%PDF-1.7\nnothing of it')],
  ['another XML inside', () => withInside('factur-x.xml', Buffer.from('<a/>'))],
  ['entities inside', () => withInside('factur-x.xml', Buffer.from(xml.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>')))],
  ['neither PDF nor XML', () => Buffer.from('PK\u0003\u0004')],
])('refuses %s', async (_, make) => expect(await readInvoiceFile(await make())).toBe('refused'));

it('gives up what takes too long', async () => {
  expect(await attachmentOf(await withInside('factur-x.xml', Buffer.from(xml)), 1)).toBe('refused');
});
