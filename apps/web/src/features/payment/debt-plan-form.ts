import { shiftMonths } from '@cordee/core/time';
import type { useContractForm } from '../../ui/form/use-contract-form.ts';

/** What the form begins with: equal parts over three months. */
export const initialOf = (amount: string, today: string) => ({
  amount,
  kind: 'monthly' as 'monthly' | 'own' | 'share',
  months: 3,
  firstOn: shiftMonths(today, 1),
  percent: 30,
  until: shiftMonths(today, 6),
  graceDays: 10,
  breaksAfter: 2,
  onLeaving: 'falls_due' as 'falls_due' | 'goes_on',
  reason: '',
});
export type DebtPlanValues = ReturnType<typeof initialOf>;

interface Part {
  readonly dueOn: string;
  readonly amount: number;
}

/** Terms as they are sent. */
export function termsOf(values: DebtPlanValues, instalments: Part[]) {
  const { kind, percent, until, graceDays, breaksAfter, onLeaving } = values;
  const rules = { graceDays, breaksAfter, onLeaving };
  return kind === 'share' ? ({ kind, percent, until, ...rules } as const) : ({ kind: 'dated', instalments, ...rules } as const);
}

/** The field of a fault: of one row, where it is about one, else of all of them, or of what they follow from. */
export function fieldOf(path: string, kind: DebtPlanValues['kind']): string {
  const [, index, name] = /^terms\.instalments\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  if (kind === 'own' && index !== undefined) return `instalments.${index}.${name === 'amount' ? 'amount' : 'dueOn'}`;
  if (!path.startsWith('terms.instalments')) return path.replace(/^terms\.?/, '') || 'firstOn';
  if (kind === 'own') return 'instalments';
  return name === 'dueOn' ? 'firstOn' : 'months';
}

export type DebtPlanForm = ReturnType<typeof useContractForm<'proposeDebtPlan', DebtPlanValues>>['form'];
