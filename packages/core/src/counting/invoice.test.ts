import { expect, test } from 'vitest';
import { countInvoice } from './count-money.ts';
import type { Fact, InvoicedVat } from './fact.ts';

const at = 1_793_664_000_000;

function invoiceFact(kind: 'invoice_issued' | 'credit_note_issued', owedBy: InvoicedVat['owedBy'], amount: bigint | null): Fact {
  const invoice = { id: '0199', number: 'AF-1-000001', owedBy };
  const body = { partnerId: 'partner', invoice };
  const own = { source: 'cordee/invoice', externalId: 'inv_1', customerId: null, targetSeq: null };
  return { ...own, seq: 7n, kind, occurredAt: at, recordedAt: at, currency: 'EUR', amount, body };
}

function posted(...input: Parameters<typeof invoiceFact>) {
  return countInvoice(invoiceFact(...input)).transaction?.postings.map(({ debit, credit, amount }) => [debit, credit, amount]);
}

test('VAT that the partner charges is payable to it, and taken off again by a credit note', () => {
  expect(posted('invoice_issued', 'partner', 2000n)).toEqual([['vat', 'payable', 2000n]]);
  expect(posted('credit_note_issued', 'partner', 500n)).toEqual([['payable', 'vat', 500n]]);
});

test('VAT that the company owes itself never touches the partner', () => {
  expect(posted('invoice_issued', 'company', 2000n)).toEqual([['vat', 'vat_due', 2000n]]);
  expect(posted('credit_note_issued', 'company', 2000n)).toEqual([['vat_due', 'vat', 2000n]]);
});

test('an invoice without VAT is kept and moves nothing', () => {
  for (const amount of [0n, null, -1n]) {
    const { transaction, decision } = countInvoice(invoiceFact('invoice_issued', 'partner', amount));
    expect(transaction).toBeNull();
    expect(decision.unpaid).toBe('recorded_only');
  }
});
