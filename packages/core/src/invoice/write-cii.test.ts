import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { credit, invoice, line, reverse, rules } from './example-documents.ts';
import { invoiceFaults } from './invoice-faults.ts';
import { invoiceTotals, vatOn } from './totals.ts';
import { writeCii } from './write-cii.ts';

const anyLines = fc.array(fc.bigInt({ min: 1n, max: 10n ** 12n }), { minLength: 1, maxLength: 8 });
const anyRate = fc.constantFrom(0, 90, 105, 175, 210, 550, 850, 1000, 2000);

describe('written', () => {
  it('the lines are the net, net and VAT the gross, and VAT is never further than half a unit from exact', () => {
    fc.assert(
      fc.property(anyLines, anyRate, (nets, rate) => {
        const lines = nets.map((net) => ({ ...line, net }));
        const { net, vat, gross } = invoiceTotals({ lines, vat: { ...invoice.vat, rate } });
        expect(net).toBe(nets.reduce((sum, one) => sum + one, 0n));
        expect(gross).toBe(net + vat);
        const off = vat * 10_000n - net * BigInt(rate);
        expect(off >= -5000n && off <= 5000n).toBe(true);
        expect(vatOn(-net, rate)).toBe(-vat);
      }),
    );
  });

  it('is the same twice, has every text escaped, and never what XML cannot carry', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const document = { ...invoice, notes: [{ code: 'AAI', text }] };
        const isClean = !invoiceFaults(document, rules).some(({ code }) => code === 'text_characters');
        if (!isClean) {
          expect(() => writeCii(document)).toThrow(RangeError);
          return;
        }
        const xml = writeCii(document);
        expect(writeCii(document)).toBe(xml);
        const content = /<ram:Content>([^<]*)<\/ram:Content>/.exec(xml)?.[1] ?? '?';
        expect(content).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#13;)/);
        const back = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#13;': '\r', '&amp;': '&' } as Record<string, string>;
        expect(content.replaceAll(/&[^;]+;/g, (entity) => back[entity] ?? '?')).toBe(text);
      }),
    );
  });

  it('takes back with a quantity below zero, never a price', () => {
    const xml = writeCii({ ...invoice, lines: [...invoice.lines, { ...line, net: -3457n }] });
    expect(xml).toContain('<ram:BilledQuantity unitCode="C62">-1</ram:BilledQuantity>');
    expect(xml).toContain('<ram:ChargeAmount>34.57</ram:ChargeAmount>');
    expect(xml).toContain('<ram:LineTotalAmount>-34.57</ram:LineTotalAmount>');
    expect(xml).not.toContain('<ram:ChargeAmount>-');
  });

  it('says in which currency the books are, what is credited, and no rate where there is none', () => {
    const usd = writeCii({ ...invoice, currency: 'USD', vatInBooks: { currency: 'EUR', amount: 21_234n } });
    expect(usd).toContain(
      '<ram:TaxCurrencyCode>EUR</ram:TaxCurrencyCode>\n<ram:InvoiceCurrencyCode>USD</ram:InvoiceCurrencyCode>',
    );
    expect(usd).toContain('<ram:TaxTotalAmount currencyID="EUR">212.34</ram:TaxTotalAmount>');
    expect(usd).toContain('<ram:TypeCode>30</ram:TypeCode>');
    expect(writeCii(credit)).toContain('<qdt:DateTimeString format="102">20261031</qdt:DateTimeString>');
    const out = writeCii({ ...invoice, vat: { ...reverse, category: 'O' } });
    expect(out).not.toContain('RateApplicablePercent');
    const yen = writeCii({ ...invoice, currency: 'JPY', vatInBooks: { currency: 'EUR', amount: 21_234n } });
    expect(yen).toContain('<ram:GrandTotalAmount>148148</ram:GrandTotalAmount>');
    expect(() => writeCii({ ...invoice, currency: 'TND' })).toThrow('two decimals');
  });
});
