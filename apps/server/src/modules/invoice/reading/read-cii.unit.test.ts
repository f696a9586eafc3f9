import { type InvoiceDocument, invoiceFaults, statedFaults, stateInvoice, writeCii } from '@cordee/core/invoice';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invoiceDocuments } from '../../../../test/invoices.ts';
import { invoiceRulesOf } from '../rules/rules-of.ts';
import { readCii } from './read-cii.ts';

const rules = invoiceRulesOf('FR', 'EUR');
const { 'France, 20 %': standard, 'in US dollars': dollars } = invoiceDocuments;
const xml = writeCii(standard);

function faultsIn(text: string): string[] {
  const { invoice, faults } = readCii(text) ?? expect.fail();
  return [...faults, ...statedFaults(invoice, rules)].map(({ path, code }) => `${path} ${code}`);
}

/** The document with one thing changed, which must have stood there. */
function changed(from: string | RegExp, to: string, text = xml): string {
  const other = text.replaceAll(from, to);
  expect(other).not.toBe(text);
  return other;
}

describe.each(Object.entries(invoiceDocuments))('%s', (_, document: InvoiceDocument) => {
  it('has no fault, and says when read what was stated', () => {
    expect(invoiceFaults(document, rules)).toEqual([]);
    expect(readCii(writeCii(document))).toEqual({ invoice: stateInvoice(document), faults: [] });
  });
});

it('any text, day and amount comes back as it was written', () => {
  const word = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 40 })
    // oxlint-disable-next-line no-control-regex -- what XML cannot carry is refused elsewhere
    .map((text) => `x${text.replaceAll(/[\u0000-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '&')}x`);
  const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 14n });
  const lines = fc.array(fc.record({ name: word, description: fc.option(word), net: amount, period: fc.constant(null) }), {
    minLength: 1,
    maxLength: 5,
  });
  const any = fc.constantFrom<InvoiceDocument[]>(...Object.values(invoiceDocuments));
  fc.assert(
    fc.property(any, lines, word, word, (base, some, name, note) => {
      const document = { ...base, lines: some, seller: { ...base.seller, name }, notes: [{ code: 'REG', text: note }] };
      expect(readCii(writeCii(document))).toEqual({ invoice: stateInvoice(document), faults: [] });
    }),
  );
});

/** What validators of EN 16931 let pass. */
it.each([
  ['VAT wrong by a cent', xml.replaceAll('246.91', '246.90').replaceAll('1481.48', '1481.47'), ['breakdown[0].vat vat']],
  ['an IBAN of which a digit is wrong', changed('0189', '0188'), ['payment.iban iban']],
  [
    'an invoice of less than nothing',
    xml.replaceAll(/>(1234\.57|246\.91|1481\.48)<\/ram:(?!ChargeAmount)/g, '>-$1</ram:'),
    ['totals.net not_positive'],
  ],
])('%s is found', (_, text, expected) => expect(faultsIn(text)).toEqual(expected));

/** What they find. */
it.each([
  ['a total wrong by a cent', changed('1481.48', '1481.49'), ['totals.gross gross']],
  ['a credit of nothing known', changed('>389<', '>261<'), ['preceding preceding_missing']],
  ['a note that is missing', changed('>PMT<', '>AAI<'), ['notes note_missing']],
  [
    'no VAT in euros',
    changed(/<ram:TaxTotalAmount currencyID="EUR">.*\n|<ram:TaxCurrencyCode>.*\n/g, '', writeCii(dollars)),
    ['vatInBooks books_vat_missing'],
  ],
  [
    'no tax number',
    changed(/<ram:SpecifiedTaxRegistration>\n<ram:ID schemeID="VA">FR11.*\n<.*\n/g, ''),
    ['seller seller_tax_id'],
  ],
  [
    'three decimals',
    changed('>246.91<', '>246.911<'),
    expect.arrayContaining(['breakdown[0].vat unreadable', 'totals.vat unreadable']),
  ],
  ['a comma', changed('>1481.48<', '>1481,48<'), expect.arrayContaining(['totals.gross unreadable', 'totals.due unreadable'])],
  ['an exponent', changed('>1481.48<', '>1e3<'), expect.arrayContaining(['totals.gross unreadable'])],
  ['a day that does not exist', changed('20261103', '20260230'), expect.arrayContaining(['issuedOn unreadable', 'issuedOn day'])],
  ['no total', changed(/<ram:GrandTotalAmount>.*\n/g, ''), expect.arrayContaining(['totals.gross unreadable'])],
])('%s is found as well', (_, text, expected) => expect(faultsIn(text)).toEqual(expected));

it.each([
  ['urn:factur-x.eu:1p0:minimum', 'minimum'],
  ['urn:factur-x.eu:1p0:basicwl', 'basic_wl'],
  ['urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic', 'basic'],
  ['urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended', 'extended'],
  ['urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0', 'en16931'],
  ['urn:somebody', 'other'],
])('%s is the profile %s', (guideline, profile) => {
  const read = readCii(changed('>urn:cen.eu:en16931:2017<', `>${guideline}<`));
  expect(read?.invoice.profile).toBe(profile);
});

it('is content with the little that the smallest profile tells', () => {
  const start = xml.replace('>urn:cen.eu:en16931:2017<', '>urn:factur-x.eu:1p0:minimum<').replace('>389<', '>380<');
  const small = start
    .replace(/<ram:IncludedSupplyChainTradeLineItem>[^]*<\/ram:IncludedSupplyChainTradeLineItem>\n/, '')
    .replace(/<ram:IncludedNote>[^]*<\/ram:IncludedNote>\n/, '')
    .replace(/<ram:ApplicableTradeTax>[^]*<\/ram:ApplicableTradeTax>\n/, '')
    .replace(/<ram:LineTotalAmount>.*\n/, '');
  const { invoice, faults } = readCii(small) ?? expect.fail();
  expect(faults).toEqual([]);
  expect(invoice).toMatchObject({ lines: [], breakdown: [], notes: [], totals: { lines: null, net: 123_457n, gross: 148_148n } });
  expect(statedFaults(invoice, rules)).toEqual([]);
});

it.each([
  ['another document', '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>'],
  ['a document type', xml.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>')],
  ['half of one', xml.slice(0, xml.length / 2)],
  ['nothing', ''],
])('refuses %s', (_, text) => expect(readCii(text)).toBeNull());
