const STEPS = ['company', 'program', 'tracking', 'events', 'partner'] as const;
export type StepName = (typeof STEPS)[number];
export const stepNames: readonly StepName[] = STEPS;

/** The step an address opens; what it does not know is left out. */
export function stepSearch({ step }: Record<string, unknown>): { step?: StepName } {
  const known = STEPS.find((name) => name === step);
  return known === undefined ? {} : { step: known };
}
