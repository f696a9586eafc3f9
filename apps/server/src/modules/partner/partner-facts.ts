import type { PartnerFacts } from '@cordee/core/counting';
import { emailHashOf } from '../fact/index.ts';
import type { PartnerRecord } from './partner.store.ts';

/** What rules may read about a partner, and hashes to recognise its own purchases. */
export function factsOf(partner: PartnerRecord, customerKey: Buffer): PartnerFacts {
  return {
    kind: partner.kind,
    country: partner.country,
    emailHashes: partner.email === null ? [] : [emailHashOf(customerKey, partner.email)],
    attributes: partner.attributes,
  };
}

/** Whether counting would see a difference. */
export function isSameFacts(a: PartnerFacts, b: PartnerFacts): boolean {
  return canonical(a) === canonical(b);
}

function canonical(facts: PartnerFacts): string {
  const attributes = Object.entries(facts.attributes).sort(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify([facts.kind, facts.country, facts.emailHashes, attributes]);
}
