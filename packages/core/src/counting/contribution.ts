import type { Credit } from '../attribution/credit.ts';
import type { Instant } from '../time/index.ts';
import { plainDecision } from './decision.ts';
import type { Fact, FactBody, FactKind } from './fact.ts';
import type { Outcome } from './outcome.ts';
import type { CountingState, CustomerRecord } from './state.ts';
import type { Terms } from './terms.ts';

/** What partners bring otherwise than by links and codes, once the company has confirmed it, and its end. */
export const contributionKinds = [
  'deal',
  'introduction',
  'contribution',
  'agreement',
  'contribution_ended',
] as const satisfies readonly FactKind[];

export type ContributionKind = (typeof contributionKinds)[number];

/** The facts a customer's record is made from. */
export const customerKinds: readonly FactKind[] = ['sale', 'lead', ...contributionKinds];

const kinds: ReadonlySet<string> = new Set(contributionKinds);

/** Whether facts of this kind, or touchpoints of this way, are contributions. */
export function isContribution(kind: string): kind is ContributionKind {
  return kinds.has(kind);
}

interface BoundFact {
  readonly kind: FactKind;
  readonly occurredAt: Instant;
  readonly body: FactBody;
}

/** Ties a contribution to its customer, or ends one: whoever reads the record afterwards finds it as it was known then. */
export function bindContribution(customer: CustomerRecord, { kind, occurredAt, body }: BoundFact): void {
  const { contributionId: id, enrollmentId, until, products, shares } = body;
  if (id === undefined) return;
  switch (kind) {
    case 'lead':
    case 'deal':
    case 'introduction':
    case 'contribution': {
      if (enrollmentId === undefined) return;
      // A lead that a partner registered: the partner introduced it.
      const via = kind === 'lead' ? 'introduction' : kind;
      const limits = { ...(until === undefined ? {} : { until }), ...(products === undefined ? {} : { products }) };
      const touch = { id, at: occurredAt, via, enrollmentId, subId: null, flag: null, ...limits };
      customer.touches = [...customer.touches, touch];
      return;
    }
    case 'agreement': {
      if (shares === undefined) return;
      const agreement = { id, at: occurredAt, until: until ?? null, endedAt: null, sale: body.sale ?? null, shares };
      customer.agreements = [...customer.agreements, agreement];
      return;
    }
    case 'contribution_ended':
      customer.touches = customer.touches.map((touch) => (touch.id === id ? { ...touch, endedAt: occurredAt } : touch));
      customer.agreements = customer.agreements.map((each) => (each.id === id ? { ...each, endedAt: occurredAt } : each));
      return;
    default:
  }
}

/** A contribution earns nothing itself: from here on it is one of its customer's touchpoints. It concerns the partners it names. */
export function countContribution(fact: Fact, terms: Terms, state: CountingState): Outcome {
  if (fact.customerId !== null) bindContribution(state.customer(fact.customerId), fact);
  const credits = concerned(fact, terms);
  const [first] = credits;
  const programId = first === undefined ? null : (terms.enrollments.get(first.enrollmentId)?.programId ?? null);
  const decision = { ...plainDecision(fact, null), programId, credits };
  return { decision, commissions: [], reversals: [], changes: [], transaction: null };
}

function concerned({ kind, body }: Fact, terms: Terms): Credit[] {
  const { contributionId: touchpointId = null, enrollmentId, shares } = body;
  const via = kind === 'deal' || kind === 'introduction' || kind === 'contribution' ? kind : 'agreement';
  const parts = shares ?? (enrollmentId === undefined ? [] : [{ enrollmentId, share: '1/1' }]);
  return parts.flatMap(({ enrollmentId: id, share }): Credit[] => {
    const enrollment = terms.enrollments.get(id);
    return enrollment === undefined ? [] : [{ enrollmentId: id, partnerId: enrollment.partnerId, share, via, touchpointId }];
  });
}
