import type { Terms } from './terms.ts';

/** What must be remembered of customers besides their touchpoints, orders and leads. What no plan asks for need not be. */
export interface CustomerNeeds {
  /** Who has had the customer: some version lets partners keep theirs. */
  readonly kept: boolean;
  /** What was paid for the customer: some version pays for a limited time, or lets existing customers keep their terms. */
  readonly payments: boolean;
}

const known = new WeakMap<Terms, CustomerNeeds>();

/** What counting under these terms asks of customers; terms with more plans can only ask more. */
export function customerNeeds(terms: Terms): CustomerNeeds {
  let needs = known.get(terms);
  if (needs === undefined) {
    needs = findNeeds(terms);
    known.set(terms, needs);
  }
  return needs;
}

function findNeeds(terms: Terms): CustomerNeeds {
  let [kept, payments] = [false, false];
  for (const { plans } of terms.programs.values()) {
    for (const { document } of [...plans.values()].flat()) {
      kept ||= document.attribution.lifetime !== 'none';
      payments ||= document.existingCustomers === 'keep' || document.rules.some(({ duration }) => duration !== undefined);
    }
  }
  return { kept, payments };
}
