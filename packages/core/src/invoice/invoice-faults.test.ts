import { describe, expect, it } from 'vitest';
import type { InvoiceDocument, InvoiceParty } from './document.ts';
import { bar, credit, german, invoice, line, pmt, reg, reverse, rules } from './example-documents.ts';
import { explainFault } from './explain-fault.ts';
import { hasFrenchVatKey, isSiren } from './french-numbers.ts';
import { invoiceFaultCodes } from './invoice-fault.ts';
import { invoiceFaults, statedFaults } from './invoice-faults.ts';
import { stateInvoice, type StatedInvoice } from './stated-invoice.ts';

function found(document: InvoiceDocument): string[] {
  return invoiceFaults(document, rules).map(({ path, code }) => `${path} ${code}`);
}

function foundIn(change: (stated: StatedInvoice) => Partial<StatedInvoice>, document = invoice): string[] {
  const stated = stateInvoice(document);
  return statedFaults({ ...stated, ...change(stated) }, rules).map(({ path, code }) => `${path} ${code}`);
}

describe('faults of a document of ours', () => {
  it.each<[string, InvoiceDocument]>([
    ['an invoice between French businesses', invoice],
    ['a credit note', credit],
    ['a reverse charge within the Union', { ...invoice, seller: german, vat: reverse, notes: invoice.notes.slice(0, 1) }],
    ['one that takes a commission back', { ...invoice, lines: [...invoice.lines, { ...line, net: -3457n }] }],
  ])('has none: %s', (_, document) => expect(found(document)).toEqual([]));

  const seller = (change: Partial<InvoiceParty>): InvoiceDocument => ({ ...invoice, seller: { ...invoice.seller, ...change } });
  const vat = (change: Partial<InvoiceDocument['vat']>): InvoiceDocument => ({ ...invoice, vat: { ...invoice.vat, ...change } });
  const lineOf = (net: bigint): InvoiceDocument => ({ ...invoice, lines: [{ ...line, net }] });

  it.each<[string, InvoiceDocument, string[]]>([
    ['a number of 36 characters', { ...invoice, number: 'A'.repeat(36) }, ['number number']],
    ['a blank in the number', { ...invoice, number: 'AF 7' }, ['number number']],
    ['a day of another century', { ...invoice, issuedOn: '1999-12-31' }, expect.arrayContaining(['issuedOn day'])],
    ['a day that does not exist', { ...invoice, dueOn: '2026-02-30' }, ['dueOn day']],
    ['due before it is issued', { ...invoice, dueOn: '2026-11-22' }, ['dueOn due_before_issue']],
    ['a period the wrong way round', { ...invoice, period: { from: '2026-10-31', to: '2026-10-01' } }, ['period period']],
    ['no currency', { ...invoice, currency: 'EUX' }, ['currency currency']],
    ['another currency without VAT in euros', { ...invoice, currency: 'USD' }, ['vatInBooks books_vat_missing']],
    ['VAT in euros twice', { ...invoice, vatInBooks: { currency: 'EUR', amount: 1n } }, ['vatInBooks books_vat']],
    [
      'VAT of the other sign',
      { ...invoice, currency: 'USD', vatInBooks: { currency: 'EUR', amount: -1n } },
      ['vatInBooks books_vat'],
    ],
    [
      'a third decimal',
      { ...invoice, currency: 'TND', vatInBooks: { currency: 'EUR', amount: 1n } },
      expect.arrayContaining(['lines[0].net decimals', 'totals.net decimals']),
    ],
    ['no name', seller({ name: ' ' }), ['seller.name text_missing']],
    ['a control character', seller({ name: 'A\u0002' }), ['seller.name text_characters']],
    ['half a surrogate pair in a note', { ...invoice, mandate: '\ud800' }, ['mandate text_characters']],
    ['no country', seller({ address: { ...invoice.seller.address, country: '' } }), ['seller.address.country country']],
    ['no SIREN', seller({ siren: null }), ['seller.siren siren_missing']],
    ['a wrong SIREN', seller({ siren: '999999999' }), expect.arrayContaining(['seller.siren siren'])],
    ['a wrong VAT key', seller({ vatNumber: 'FR12999999998' }), ['seller.vatNumber vat_number']],
    ['a VAT number of somebody else', seller({ vatNumber: 'FR54999999980' }), ['seller.vatNumber siren_in_vat_number']],
    ['no tax number', seller({ vatNumber: null }), ['seller seller_tax_id']],
    ['no electronic address', seller({ electronicAddress: null }), ['seller.electronicAddress address_missing']],
    [
      'somebody else’s electronic address',
      seller({ electronicAddress: { scheme: '0225', id: '999999980' } }),
      ['seller.electronicAddress address_owner'],
    ],
    [
      'a reverse charge to nobody',
      { ...invoice, buyer: { ...invoice.buyer, vatNumber: null }, vat: reverse },
      ['buyer.vatNumber buyer_tax_id'],
    ],
    [
      'a VAT number out of scope',
      { ...invoice, seller: { ...german, vatNumber: null }, vat: { ...reverse, category: 'O' } },
      ['buyer.vatNumber vat_number_forbidden'],
    ],
    [
      'an export without a VAT number',
      { ...invoice, seller: { ...german, vatNumber: null }, vat: { ...reverse, category: 'G' } },
      ['seller.vatNumber seller_vat_number'],
    ],
    ['the standard rate of nothing', vat({ rate: 0 }), ['breakdown[0].rate rate_zero']],
    ['a reverse charge with VAT', vat({ ...reverse, rate: 2000 }), ['breakdown[0].rate rate_not_zero']],
    ['a rate that never was', vat({ rate: 1900 }), ['breakdown[0].rate rate_unknown']],
    ['a rate of other days', vat({ rate: 1960 }), ['breakdown[0].rate rate_unknown']],
    ['no reason for no VAT', vat({ ...reverse, exemption: null }), ['breakdown[0].exemption exemption_missing']],
    ['a reason for VAT', vat({ exemption: reverse.exemption }), ['breakdown[0].exemption exemption_forbidden']],
    ['a note that is missing', { ...invoice, notes: invoice.notes.slice(0, 2) }, ['notes note_missing']],
    ['a note twice', { ...invoice, notes: [...invoice.notes, bar] }, ['notes note_repeated']],
    ['a treatment that does not exist', { ...invoice, notes: [{ code: 'BAR', text: 'B2X' }, reg, pmt] }, ['notes note_value']],
    ['no word of self-billing', { ...invoice, notes: invoice.notes.slice(1) }, ['notes mention_missing']],
    ['no line', { ...invoice, lines: [] }, ['lines no_lines', 'totals.net not_positive']],
    ['nothing', lineOf(0n), ['totals.net not_positive']],
    ['less than nothing', lineOf(-1234n), ['totals.net not_positive']],
    ['more than there is', lineOf(10n ** 17n), expect.arrayContaining(['lines[0].net range'])],
    ['a credit below zero', { ...credit, lines: [...credit.lines, { ...line, net: -1n }] }, ['lines[1].net not_positive']],
    ['a credit of nothing known', { ...credit, preceding: [] }, ['preceding preceding_missing']],
    [
      'a credit of what comes later',
      { ...credit, preceding: [{ number: 'AF-9', issuedOn: '2026-12-01' }] },
      ['preceding[0].issuedOn preceding_later'],
    ],
    [
      'an IBAN of which a digit is wrong',
      { ...invoice, payment: { iban: 'FR7630006000011234567890188', accountName: null } },
      ['payment.iban iban'],
    ],
  ])('%s', (_, document, expected) => expect(found(document)).toEqual(expected));
});

describe('faults of what an invoice says', () => {
  it('are found in every figure, by a cent', () => {
    expect(foundIn(({ totals }) => ({ totals: { ...totals, gross: totals.gross + 1n, due: totals.due + 1n } }))).toEqual([
      'totals.gross gross',
    ]);
    expect(foundIn(({ totals }) => ({ totals: { ...totals, net: totals.net - 1n } }))).toEqual([
      'totals.net net',
      'totals.gross gross',
    ]);
    expect(foundIn(({ totals }) => ({ totals: { ...totals, due: 0n } }))).toEqual(['totals.due due']);
    expect(foundIn(({ totals }) => ({ totals: { ...totals, lines: 1n } }))).toEqual(['totals.lines line_sum', 'totals.net net']);
    expect(foundIn(({ lines }) => ({ lines: lines.map((one) => ({ ...one, net: one.net + 1n })) }))).toEqual([
      'totals.lines line_sum',
      'breakdown[0].basis basis',
    ]);
    expect(foundIn(({ breakdown }) => ({ breakdown: breakdown.map((row) => ({ ...row, vat: row.vat - 1n })) }))).toEqual([
      'totals.vat vat',
      'breakdown[0].vat vat',
    ]);
    expect(foundIn(({ breakdown }) => ({ breakdown: breakdown.map((row) => ({ ...row, rate: 1000 })) }))).toContain(
      'breakdown breakdown_missing',
    );
  });

  it('knows what was paid before, what is beside the lines, and two rates', () => {
    expect(foundIn(({ totals }) => ({ totals: { ...totals, prepaid: totals.gross, due: 0n } }))).toEqual([]);
    const both = foundIn(({ lines, breakdown, totals }) => ({
      lines: [...lines, { ...line, category: 'E', rate: 0, net: 1000n }],
      allowances: [{ isCharge: false, amount: 57n, category: 'S', rate: 2000 }],
      breakdown: breakdown.flatMap((row) => [
        { ...row, basis: 123_400n, vat: 24_680n },
        { ...row, category: 'E', rate: 0, basis: 1000n, vat: 0n, exemption: { code: null, text: 'exempt' } },
      ]),
      totals: { ...totals, lines: 124_457n, net: 124_400n, vat: 24_680n, gross: 149_080n, due: 149_080n },
    }));
    expect(both).toEqual([]);
  });

  it('asks others for less than ourselves: any number, no lines in the small profiles', () => {
    const other = { type: '380', number: 'RE 2026.7', seller: german, notes: [] };
    const changed = foundIn(({ breakdown }) => ({
      ...other,
      profile: 'basic_wl',
      lines: [],
      breakdown: breakdown.map((row) => ({ ...row, ...reverse, vat: 0n })),
      totals: { ...stateInvoice({ ...invoice, vat: reverse }).totals },
    }));
    expect(changed).toEqual([]);
    expect(foundIn(() => ({ ...other, type: '999' }))).toEqual(['type type']);
  });
});

it('every fault is a sentence of its own in both languages', () => {
  for (const language of ['fr', 'en'] as const) {
    const all = invoiceFaultCodes.map((code) => explainFault({ path: 'totals', code, about: 'X1' }, language));
    expect(new Set(all).size).toBe(invoiceFaultCodes.length);
    for (const sentence of all) expect(sentence).toMatch(/^\p{Lu}?.*[.]$/u);
  }
  const fault = { path: 'lines[1].net', code: 'net', about: { amount: 123_456n, currency: 'EUR' } } as const;
  expect(explainFault(fault, 'en')).toBe('Line 2: The total without VAT comes to €1,234.56: correct it.');
  expect(explainFault(fault, 'fr').replaceAll(/\s/g, ' ')).toBe('Ligne 2 : Le total hors taxe fait 1 234,56 € : corrigez-le.');
});

it.each([
  ['732829320', true],
  ['732829321', false],
  ['99999999', false],
  ['000000000', false],
])('%s is a SIREN: %s', (text, expected) => expect(isSiren(text)).toBe(expected));

it.each([
  ['FR44732829320', true],
  ['FR45732829320', false],
  ['FRK7399859412', true],
  ['DE732829320', false],
])('the key of %s fits: %s', (text, expected) => expect(hasFrenchVatKey(text)).toBe(expected));
