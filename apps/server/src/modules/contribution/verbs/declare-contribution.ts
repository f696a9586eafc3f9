import type { ContributionAnswer } from '@cordee/contract/contribution';
import type { DeclareContribution } from '@cordee/contract/contribution-body';
import type { FieldFault } from '@cordee/contract/errors';
import { valueAt, type Terms } from '@cordee/core/counting';
import { encodeId } from '@cordee/core/ids';
import type { Instant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { loadTermsVersion, workspaceKeys } from '../../fact/index.ts';
import { cachedTerms } from '../../program/index.ts';
import { agreedParts } from '../agreed-parts.ts';
import { auditOf } from '../contribution-answer.ts';
import { mayDeclare } from '../contribution.policy.ts';
import { insertContribution } from '../contribution-change.store.ts';
import { selectRivals, type ContributionRecord, type Party } from '../contribution.store.ts';
import { whenOf } from '../declared-times.ts';
import { isRepeated } from '../find-conflicts.ts';
import { boughtBefore, customersWithEmail } from '../known-customer.store.ts';
import { meansSame, namedCustomer } from '../named-customer.ts';
import { answerOf } from '../read-contribution.ts';
import { alreadyDeclared, inactiveEnrollment, unknownEnrollment } from '../refusals.ts';
import { mustComeBefore } from '../sale-is-new.ts';

/**
 * Keeps what a partner, or the company, says a partner brought; it waits until the company confirms it. Conflicts are told in the
 * answer. Refuses `unknown_reference`, `already_exists` when the same partner has declared the same and it is open, `conflict` for an
 * enrollment that is not active or a sale that is recorded, `clock_in_future`, and `invalid_request` for dates that contradict.
 */
export async function declareContribution(context: Context, input: DeclareContribution): Promise<Wire<ContributionAnswer>> {
  const own = mayDeclare(context.actor, input.kind);
  const { customerKey } = await workspaceKeys(context.db, context.workspaceId);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const now = context.now();
    const { occurredAt, validUntil } = whenOf(input, own !== null, now);
    const terms = await cachedTerms(tx, workspaceId, await loadTermsVersion(tx, workspaceId));
    const parties = partiesOf(input, terms, own, [occurredAt, now]);
    const said = saidOf(input, occurredAt);
    await mustComeBefore(tx, workspaceId, said.saleEventId);
    const customer = namedCustomer(input.customer, customerKey);
    const record: ContributionRecord = {
      ...said,
      id: newUuid(now),
      kind: input.kind,
      programId: terms.enrollments.get(parties[0]?.enrollmentId ?? '')?.programId ?? '',
      parties,
      customer,
      customerKnown: await isKnown(tx, workspaceId, customer.email, now),
      occurredAt,
      validUntil,
      declaredAt: now,
      byPartner: own !== null,
      stored: 'waiting',
      decidedAt: null,
      reason: null,
      fact: null,
      endFact: null,
    };
    const rivals = (await selectRivals(tx, workspaceId, [customer])).filter((other) => meansSame(customer, other.customer));
    if (rivals.some((other) => isRepeated(record, other, now))) throw alreadyDeclared();
    await insertContribution(tx, workspaceId, record);
    const result = await answerOf(tx, context, record);
    return {
      result,
      audit: { action: 'contribution.declared', subject: encodeId('ctb', record.id), after: auditOf(record, now) },
    };
  });
}

function partiesOf(input: DeclareContribution, terms: Terms, own: string | null, at: readonly Instant[]): Party[] {
  const named =
    input.kind === 'agreement'
      ? agreedParts(input.shares, terms)
      : [{ enrollmentId: input.enrollmentId, share: '1/1', path: 'enrollmentId' }];
  const unknown: FieldFault[] = [];
  const inactive: FieldFault[] = [];
  const parties = named.flatMap(({ enrollmentId, share, path }): Party[] => {
    const enrollment = terms.enrollments.get(enrollmentId);
    if (enrollment === undefined || (own !== null && enrollment.partnerId !== own)) {
      unknown.push(unknownEnrollment(path));
      return [];
    }
    const known = at.at(-1) ?? 0;
    if (at.some((instant) => valueAt(enrollment.states, instant, known) !== 'active')) inactive.push(inactiveEnrollment(path));
    return [{ enrollmentId, partnerId: enrollment.partnerId, share }];
  });
  if (unknown.length > 0) throw new Refusal('unknown_reference', unknown);
  if (inactive.length > 0) throw new Refusal('conflict', inactive);
  return parties;
}

/** By the address; by the company's own id it is looked up whenever somebody reads. */
async function isKnown(tx: Tx, workspaceId: string, email: string | null, now: Instant): Promise<boolean> {
  if (email === null) return false;
  const customers = await customersWithEmail(tx, workspaceId, email);
  const asked = customers.map((customerId) => ({ customerId, before: now }));
  return (await boughtBefore(tx, workspaceId, asked)).size > 0;
}

type Said = Pick<
  ContributionRecord,
  | 'description'
  | 'evidenceUrl'
  | 'products'
  | 'expectedAmount'
  | 'currency'
  | 'introducedTo'
  | 'leadName'
  | 'consentAt'
  | 'consentHow'
  | 'nature'
  | 'quantity'
  | 'unit'
  | 'saleEventId'
>;

function saidOf(input: DeclareContribution, occurredAt: Instant): Said {
  const { description = null, evidenceUrl = null } = input;
  const nothing = { products: null, expectedAmount: null, currency: null, introducedTo: null, nature: null, quantity: null };
  const unsaid = { unit: null, saleEventId: null, leadName: null, consentAt: null, consentHow: null };
  const said = { ...nothing, ...unsaid, description, evidenceUrl };
  switch (input.kind) {
    case 'deal': {
      const { products, expectedAmount, currency = null } = input;
      const amount = expectedAmount === undefined ? null : BigInt(expectedAmount);
      return { ...said, products: products === undefined ? null : [...new Set(products)], expectedAmount: amount, currency };
    }
    case 'introduction':
      return { ...said, introducedTo: input.introducedTo ?? null };
    case 'lead':
      return {
        ...said,
        leadName: input.name ?? null,
        consentAt: input.consent.at ?? occurredAt,
        consentHow: input.consent.how ?? null,
      };
    case 'contribution': {
      const { nature, quantity = null, unit = null } = input;
      return { ...said, nature, quantity, unit };
    }
    default:
      return { ...said, saleEventId: input.saleEventId ?? null };
  }
}
