import type { AmountText, Step, StepCode, StepOf, StepValues } from './explanation.ts';

export function step<Code extends StepCode>(code: Code, values: StepValues[Code], children: readonly Step[] = []): StepOf<Code> {
  return { code, values, children };
}

export function amountText(amount: bigint | string, currency: string): AmountText {
  return { amount: amount.toString(), currency };
}
