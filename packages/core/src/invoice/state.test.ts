import { expect, test } from 'vitest';
import { invoiceAfter, invoiceStates, invoiceSteps } from './state.ts';

const day = 86_400_000;

test('a document is contested while the days last, and accepted by silence once they are over', () => {
  const delivered = { state: 'delivered', contestUntil: 10 * day } as const;
  expect(invoiceAfter(delivered, 'contest', 10 * day - 1)).toBe('contested');
  expect(invoiceAfter(delivered, 'accept_tacitly', 10 * day - 1)).toBeNull();
  expect(invoiceAfter(delivered, 'contest', 10 * day)).toBeNull();
  expect(invoiceAfter(delivered, 'accept_tacitly', 10 * day)).toBe('tacitly_accepted');
});

test('silence about a document that nobody was given accepts nothing', () => {
  expect(invoiceAfter({ state: 'issued', contestUntil: null }, 'accept_tacitly', day)).toBeNull();
});

test('what is credited or refused is over', () => {
  for (const state of ['credited', 'refused'] as const) {
    for (const step of invoiceSteps) expect(invoiceAfter({ state, contestUntil: null }, step, day)).toBeNull();
  }
});

test('what a partner sent is accepted or refused, and never credited by us', () => {
  const possible = invoiceSteps.filter((step) => invoiceAfter({ state: 'submitted', contestUntil: null }, step, day) !== null);
  expect(possible).toEqual(['accept', 'refuse']);
  expect(new Set(invoiceStates).size).toBe(invoiceStates.length);
});
