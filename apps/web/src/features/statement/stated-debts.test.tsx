import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { show } from '../../../test/show.tsx';
import { StatedDebts } from './stated-debts.tsx';

const plan = {
  planId: 'dpl_01k00000000000000000000000',
  agreedOn: '2026-02-03',
  opening: 0,
  planned: 5000,
  keptBack: 0,
  paid: 1000,
  waived: 0,
  returned: 0,
  closing: 4000,
  due: 1500,
  missed: 1,
  next: { dueOn: '2026-02-20', amount: 1500 },
  percent: null,
};
const closing = { pending: 0, payable: -700, inPayout: 0, paid: 5000 };
const statement = { debts: [plan], currency: 'EUR', number: '2026-02-0001', closing };

test('what is owed under plans stands under the balance, and opens to each plan as it stood when the month was closed', async () => {
  show(<StatedDebts statement={statement} />);
  await userEvent.click(await screen.findByRole('button', { name: '€40.00 owed under a plan' }));
  const drawer = await screen.findByRole('dialog', { name: 'Debts on statement 2026-02-0001' });
  expect(drawer.textContent).toContain('€47.00 were owed: €40.00 under a payment plan, €7.00 on the balance.');
  const told = within(drawer)
    .getAllByRole('term')
    .map((term) => `${term.textContent}: ${term.nextElementSibling?.textContent}`);
  expect(told).toEqual([
    'At the start: €0.00',
    'Put under the plan: €50.00',
    'Paid by the partner: €10.00',
    'At the end: €40.00',
    'Due, and not paid back: €15.00',
    expect.stringMatching(/^Next instalment: €15\.00, by .*20/),
  ]);
});

test('where there is no plan nothing is said', () => {
  show(<StatedDebts statement={{ ...statement, debts: [] }} />);
  expect(screen.queryByRole('button')).toBe(null);
});
