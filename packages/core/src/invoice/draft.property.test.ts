import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { draftInvoices, type EarlierInvoice, type OpenAmount } from './draft.ts';

const treatment = fc.constantFrom('S 2000', 'E 0', 'AE 0');
const minor = fc.bigInt({ min: 0n, max: 500n });
const period = { from: '2026-10-01', to: '2026-10-31' };

const open = fc
  .array(fc.record({ earned: minor, takenBack: minor, treatment }), { maxLength: 6 })
  .map((amounts) => amounts.map((amount, index): OpenAmount => ({ ...amount, key: `month ${index}`, period })));
const earlier = fc
  .array(fc.record({ treatment, left: minor }), { maxLength: 5 })
  .map((invoices) => invoices.map((invoice, index): EarlierInvoice => ({ ...invoice, id: `invoice ${index}` })));

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);

it('every amount stands on one document, or waits; and documents come to what they stand for', () => {
  fc.assert(
    fc.property(open, earlier, (amounts, invoices) => {
      const { documents, waiting } = draftInvoices(amounts, invoices);
      const told = new Map(waiting.map(({ key }) => [key, 0n]));
      for (const { type, lines } of documents) {
        const total = sum(lines.map(({ net }) => net));
        expect(total).toBeGreaterThan(0n);
        for (const { key, net } of lines) told.set(key, (told.get(key) ?? 0n) + (type === '389' ? net : -net));
      }
      for (const { key, earned, takenBack } of amounts) {
        const waits = waiting.some((one) => one.key === key);
        if (!waits) expect(told.get(key) ?? 0n).toBe(earned - takenBack);
      }
      expect(documents.flatMap(({ lines }) => [...new Set(lines.map(({ key }) => key))]).length).toBe(
        new Set(documents.flatMap(({ lines }) => lines.map(({ key }) => key))).size,
      );
    }),
  );
});

it('credit notes take what they come to, never more than is left, and stand for VAT as what they credit', () => {
  fc.assert(
    fc.property(open, earlier, (amounts, invoices) => {
      const taken = new Map<string, bigint>();
      for (const { type, lines, credits, treatment: stands } of draftInvoices(amounts, invoices).documents) {
        expect(credits.length > 0).toBe(type === '261');
        if (type === '261') expect(sum(credits.map(({ net }) => net))).toBe(sum(lines.map(({ net }) => net)));
        for (const { invoiceId, net } of credits) {
          expect(net).toBeGreaterThan(0n);
          expect(invoices.find(({ id }) => id === invoiceId)?.treatment).toBe(stands);
          taken.set(invoiceId, (taken.get(invoiceId) ?? 0n) + net);
        }
      }
      for (const { id, left } of invoices) expect(taken.get(id) ?? 0n).toBeLessThanOrEqual(left);
    }),
  );
});

it('nothing waits that could be put on paper: only what comes to nothing, or more than was invoiced', () => {
  fc.assert(
    fc.property(open, (amounts) => {
      const plenty = ['S 2000', 'E 0', 'AE 0'].map((stands) => ({ id: stands, treatment: stands, left: 10_000n }));
      for (const { why } of draftInvoices(amounts, plenty).waiting) expect(why).toBe('comes_to_nothing');
      for (const { type } of draftInvoices(amounts, []).documents) expect(type).toBe('389');
    }),
  );
});
