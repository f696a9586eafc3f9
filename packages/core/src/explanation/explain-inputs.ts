import type { Decision } from '../counting/outcome.ts';
import { quantityOf } from './explain-arithmetic.ts';
import type { Step } from './explanation.ts';
import type { PartnerNames } from './partner-names.ts';
import { amountText, step } from './step.ts';

/** The counter values and customer figures the rules read. Counters are told by what they count (names: reward/counter-key.ts). */
export function explainInputs({ inputs, credits }: Decision, names: PartnerNames): Step[] {
  const prefixes = credits.map(({ enrollmentId }) => `${enrollmentId}.`);
  const children = Object.entries(inputs).map(([key, value]) => {
    const prefix = prefixes.find((candidate) => key.startsWith(candidate)) ?? '';
    return explainInput(key.slice(prefix.length), value, names);
  });
  return children.length === 0 ? [] : [step('inputs', { count: children.length }, children)];
}

function explainInput(name: string, value: string, names: PartnerNames): Step {
  const [family, owner, subject, currency, fourth, fifth] = name.split('|');
  if (owner === undefined || subject === undefined || currency === undefined) return step('input', { name, value });
  const partner = names.byEnrollment(owner);
  if (family === 'v' && fourth !== undefined) {
    return step('input_volume', { partner, period: fourth, value: quantityOf(subject, value, currency) });
  }
  if (family === 'c' && fourth !== undefined && fifth !== undefined) {
    return explainCap(
      owner,
      subject,
      { rule: fourth === '*' ? null : fourth, period: fifth, value: amountText(value, currency) },
      names,
    );
  }
  const rule = subject.split('~')[0] ?? subject;
  if (family === 'm') return step('input_objective', { partner, rule, period: currency, paid: value !== '0' });
  if (fourth === undefined) return step('input', { name, value });
  const values = { partner, rule, period: fourth, value: amountText(value, currency) };
  if (family === 'b') return step('input_base', values);
  if (family === 'e') return step('input_earned', values);
  return step('input', { name, value });
}

function explainCap(
  scope: string,
  owner: string,
  values: { rule: string | null; period: string; value: ReturnType<typeof amountText> },
  names: PartnerNames,
): Step {
  if (scope === 'program') return step('input_capped', { scope, partner: null, ...values });
  const partner = names.byEnrollment(owner.split('/')[0] ?? owner);
  return step('input_capped', { scope: scope === 'customer' ? 'customer' : 'partner', partner, ...values });
}
