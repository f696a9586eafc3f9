import { formatInstant } from '../time/index.ts';
import type { ClausesTold } from './clauses-told.ts';
import { explainArithmetic } from './explain-arithmetic.ts';
import type { Step } from './explanation.ts';
import { amountText, step } from './step.ts';
import type { NamedCommission, WhyInput } from './why-input.ts';

/** One commission: its clause, the arithmetic, the cap, when it becomes payable, and what became of it. */
export function explainCommission(commission: NamedCommission, input: WhyInput, clauses: ClausesTold): Step {
  const { currency, cap, reversed, amount, status } = commission;
  const children: Step[] = [
    clauses.tell(commission, null),
    ...explainArithmetic(commission, commission.planCurrency ?? input.fact.currency ?? currency),
  ];
  if (cap !== null) {
    const [before, room] = [amountText(cap.before, currency), amountText(cap.room, currency)];
    children.push(step('cap', { cap: cap.cap + 1, before, room }));
  }
  children.push(step('status', { status, payableAt: formatInstant(commission.payableAt) }));
  if (reversed > 0n && status !== 'reversed') {
    const left = amountText(amount - reversed, currency);
    children.push(step('reversed_part', { reversed: amountText(reversed, currency), left }));
  }
  const { number, partnerName: partner, lineId: line } = commission;
  return step('commission', { number: number + 1, partner, amount: amountText(amount, currency), line }, children);
}
