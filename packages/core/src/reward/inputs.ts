import { formatInstant } from '../time/index.ts';
import { fieldReader } from '../plan/field-reader.ts';
import type { Evaluation } from './evaluation.ts';

/**
 * What the evaluation read besides the fact itself, as text by name: counters, and the customer's figures that conditions and
 * durations looked at.
 */
export function inputsOf(evaluation: Evaluation): Record<string, string> {
  const inputs: Record<string, string> = {};
  if (evaluation.reads !== null) for (const [key, value] of evaluation.reads) inputs[key] = value.toString();
  addCustomerFigures(evaluation, inputs);
  return inputs;
}

function addCustomerFigures({ plan, context, scope }: Evaluation, inputs: Record<string, string>): void {
  for (const rule of plan.byEvent[context.event].rules) {
    if (rule.duration !== null) {
      inputs['customer.payments'] = String(context.customer.payments);
      if (context.customer.firstPaymentAt !== null)
        inputs['customer.firstPaymentAt'] = formatInstant(context.customer.firstPaymentAt);
    }
    for (const field of rule.condition?.fields ?? []) {
      if (!field.startsWith('customer.')) continue;
      const value = fieldReader(field)({ ...scope, line: null });
      if (value !== undefined) inputs[field] = String(value);
    }
  }
}
