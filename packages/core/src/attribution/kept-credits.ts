import { parseRate } from '../money/index.ts';
import type { Rate } from '../money/index.ts';
import { valueAt } from '../counting/terms.ts';
import type { AttributionInput } from './attribution-input.ts';
import type { CompiledRules } from './compile-rules.ts';
import { refusedAtConversion } from './consider.ts';
import type { Credit } from './credit.ts';
import { normaliseShares } from './split-credit.ts';

/**
 * The credits of the partners that keep this customer in the program, or null when the plan keeps nobody, nobody has this
 * customer, or none of them may still earn. The share of one that may not is spread over the others in proportion.
 */
export function keptCredits(programId: string, rules: CompiledRules, input: AttributionInput): Credit[] | null {
  const { kept, terms } = input;
  if (kept === null || kept.programId !== programId || rules.lifetime === 'none') return null;
  const earning: Omit<Credit, 'share'>[] = [];
  const rates: Rate[] = [];
  for (const { enrollmentId, partnerId, share } of kept.credits) {
    const enrollment = terms.enrollments.get(enrollmentId);
    if (enrollment === undefined || valueAt(enrollment.states, input.at, input.knownAt) !== 'active') continue;
    if (refusedAtConversion(enrollment, rules, input) !== null) continue;
    const parsed = parseRate(share);
    if (parsed === null) throw new Error(`The kept attribution holds "${share}", which is not a share.`);
    earning.push({ enrollmentId, partnerId, via: 'lifetime', touchpointId: null });
    rates.push(parsed);
  }
  if (earning.length === 0) return null;
  const shares = normaliseShares(rates);
  return earning.map((credit, index) => ({ ...credit, share: shares[index] ?? '0/1' }));
}
