import { valueAt, type Conversion, type CustomerRecord, type Fact, type Terms } from '@cordee/core/counting';

/** Whose counters counting these facts will probably read: enough for almost all of them; the rest is loaded when asked for. */
export function entitiesOf(
  facts: readonly Fact[],
  customers: ReadonlyMap<string, CustomerRecord>,
  conversions: ReadonlyMap<bigint, Conversion>,
  terms: Terms,
): Set<string> {
  const enrollments = new Set<string>();
  const entities = new Set<string>();
  const perCustomer = customerCapsExist(terms);
  for (const fact of facts) {
    eachEnrollment(fact, customers, conversions, terms, (id) => {
      enrollments.add(id);
      if (perCustomer && fact.customerId !== null) entities.add(`${id}/${fact.customerId}`);
    });
  }
  for (const id of enrollments) addWithProgram(id, terms, entities);
  return entities;
}

/** May tell an enrollment more than once. */
function eachEnrollment(
  fact: Fact,
  customers: ReadonlyMap<string, CustomerRecord>,
  conversions: ReadonlyMap<bigint, Conversion>,
  terms: Terms,
  tell: (enrollmentId: string) => void,
): void {
  if (fact.body.touches !== undefined) for (const touch of fact.body.touches) tell(touch.enrollmentId);
  const customer = fact.customerId === null ? undefined : customers.get(fact.customerId);
  if (customer !== undefined) {
    for (const touch of customer.touches) tell(touch.enrollmentId);
    for (const credit of customer.kept?.credits ?? []) tell(credit.enrollmentId);
    for (const { shares } of customer.agreements) for (const part of shares) tell(part.enrollmentId);
  }
  for (const owners of [terms.codes.get(fact.body.code ?? ''), terms.coupons.get(fact.body.coupon ?? '')]) {
    const owner = owners === undefined ? undefined : valueAt(owners, fact.occurredAt, fact.recordedAt);
    if (owner !== undefined) tell(owner.enrollmentId);
  }
  const target = fact.targetSeq === null ? undefined : conversions.get(fact.targetSeq);
  for (const credit of target?.credits ?? []) tell(credit.enrollmentId);
  if (fact.body.enrollmentId !== undefined) tell(fact.body.enrollmentId);
  const upline = terms.enrollments.get(fact.body.enrollmentId ?? '')?.uplineEnrollmentId;
  if (upline !== null && upline !== undefined) tell(upline);
}

function addWithProgram(enrollmentId: string, terms: Terms, entities: Set<string>): void {
  let enrollment = terms.enrollments.get(enrollmentId);
  while (enrollment !== undefined && !entities.has(enrollment.id)) {
    entities.add(enrollment.id);
    entities.add(enrollment.programId);
    enrollment = enrollment.uplineEnrollmentId === null ? undefined : terms.enrollments.get(enrollment.uplineEnrollmentId);
  }
}

const customerCaps = new WeakMap<Terms, boolean>();

function customerCapsExist(terms: Terms): boolean {
  let known = customerCaps.get(terms);
  if (known === undefined) {
    known = [...terms.programs.values()].some((program) =>
      [...program.plans.values()].some((versions) =>
        versions.some((version) => (version.document.caps ?? []).some((cap) => cap.scope === 'customer')),
      ),
    );
    customerCaps.set(terms, known);
  }
  return known;
}
