import { isCurrency } from '../money/index.ts';
import { checkAttribution } from './check-attribution.ts';
import { checkCaps, checkUpline } from './check-caps.ts';
import { checkChoice, checkDays } from './check-values.ts';
import { checkReview } from './check-review.ts';
import { checkRules } from './check-rules.ts';
import { pointerStep, problem, type PlanProblem } from './plan-problem.ts';
import type { PlanDocument } from './plan.ts';

const DEEPEST = 64;

/**
 * Every semantic fault of a plan document at once; an empty list means it can be compiled, rendered and signed. The shape
 * (which properties exist and their JSON types) is the contract's to check, except that a document that contains itself is
 * reported here instead of being walked for ever.
 */
export function checkPlan(document: PlanDocument): PlanProblem[] {
  const unwalkable = findUnwalkable(document, '', new Set());
  if (unwalkable !== null) return [unwalkable];
  return [
    ...(isCurrency(document.currency) ? [] : [problem('/currency', 'unknown_currency', document.currency, 'EUR')]),
    ...checkAttribution(document.attribution, '/attribution'),
    ...checkChoice(document.combination, '/combination', ['best', 'first', 'sum']),
    ...checkRules(document, '/rules'),
    ...checkCaps(document, '/caps'),
    ...checkUpline(document.upline ?? [], '/upline'),
    ...checkReview(document.review, '/review'),
    ...checkDays(document.holdDays, '/holdDays', 0, 400),
    ...checkChoice(document.existingCustomers, '/existingCustomers', ['keep', 'move']),
    ...checkDays(document.noticeDays, '/noticeDays', 0, 3650),
  ];
}

function findUnwalkable(value: unknown, path: string, ancestors: Set<unknown>): PlanProblem | null {
  if (typeof value !== 'object' || value === null) return null;
  if (ancestors.has(value)) return problem(path, 'cyclic_document');
  if (ancestors.size >= DEEPEST) return problem(path, 'document_too_deep', String(DEEPEST));
  ancestors.add(value);
  for (const [key, part] of Object.entries(value)) {
    const found = findUnwalkable(part, `${path}/${pointerStep(key)}`, ancestors);
    if (found !== null) return found;
  }
  ancestors.delete(value);
  return null;
}
