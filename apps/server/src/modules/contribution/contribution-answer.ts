import type { ContributionAnswer } from '@cordee/contract/contribution';
import type { Bilingual, Language } from '@cordee/contract/language';
import type { Conflict } from '@cordee/core/contribution';
import { encodeId, factId } from '@cordee/core/ids';
import { formatInstant, type Instant } from '@cordee/core/time';
import type { Wire } from '../../platform/http/index.ts';
import type { ContributionRecord, RecordedFact } from './contribution.store.ts';
import { stateOf } from './find-conflicts.ts';

export interface Reading {
  readonly language: Language;
  readonly now: Instant;
  /** The partner who reads, or null for the company. */
  readonly own: string | null;
  /** Programs that keep customers from partners' eyes. */
  readonly masking: ReadonlySet<string>;
}

/** A contribution on the wire: of the other partners, and of customers that its program masks, a partner is told nothing. */
export function toContract(
  record: ContributionRecord,
  conflicts: readonly Conflict[],
  { language, now, own, masking }: Reading,
): Wire<ContributionAnswer> {
  const isMasked = own !== null && masking.has(record.programId);
  const { customer, parties, fact, endFact } = record;
  const isShown = record.byPartner || !isMasked;
  return {
    id: encodeId('ctb', record.id),
    kind: record.kind,
    state: stateOf(record, now),
    programId: encodeId('prg', record.programId),
    parties: parties
      .filter(({ partnerId }) => own === null || partnerId === own)
      .map(({ partnerId, enrollmentId, share }) => ({
        partnerId: encodeId('prt', partnerId),
        enrollmentId: encodeId('enr', enrollmentId),
        share,
      })),
    customer: {
      externalId: isMasked ? null : customer.externalId,
      name: isShown ? customer.name : null,
      email: isShown ? customer.email : null,
    },
    occurredAt: formatInstant(record.occurredAt),
    validUntil: textOf(record.validUntil),
    description: record.description,
    evidenceUrl: record.evidenceUrl,
    products: record.products === null ? null : [...record.products],
    expectedAmount: record.expectedAmount,
    currency: record.currency,
    introducedTo: record.introducedTo,
    leadName: record.leadName,
    consent: record.consentAt === null ? null : { at: formatInstant(record.consentAt), how: record.consentHow },
    nature: record.nature,
    quantity: record.quantity,
    unit: record.unit,
    saleEventId: record.saleEventId,
    declaredAt: formatInstant(record.declaredAt),
    declaredBy: record.byPartner ? 'partner' : 'company',
    decidedAt: textOf(record.decidedAt),
    reason: record.reason,
    factId: idOf(fact),
    endFactId: idOf(endFact),
    conflicts: conflicts
      // Whether somebody buys is for the company to tell, where partners are not to see customers.
      .filter(({ code }) => !isMasked || code !== 'customer_known')
      .map((conflict) => told(conflict, language, own)),
  };
}

/** What the audit trail keeps: nothing of who the customer is, for that can be erased. */
export function auditOf(record: ContributionRecord, now: Instant): object {
  const {
    customer: _,
    description: __,
    introducedTo: ___,
    consent: ____,
    ...answer
  } = toContract(record, [], { ...forAudit, now });
  return answer;
}

const forAudit = { language: 'en', own: null, masking: new Set<string>() } as const;

function told({ code, otherId, partnerId, blocks }: Conflict, language: Language, own: string | null) {
  return {
    code,
    text: conflictTexts[code][language],
    contributionId: otherId === null || own !== null ? null : encodeId('ctb', otherId),
    partnerId: partnerId === null || own !== null ? null : encodeId('prt', partnerId),
    blocks,
  };
}

export const conflictTexts: Readonly<Record<Conflict['code'], Bilingual>> = {
  already_registered: {
    en: 'Another partner has registered this customer.',
    fr: 'Un autre partenaire a enregistré ce client.',
  },
  already_agreed: {
    en: 'Another split is agreed for this customer or this sale; of two, the later date decides.',
    fr: 'Un autre partage est convenu pour ce client ou cette vente ; des deux, la date la plus récente décide.',
  },
  customer_known: {
    en: 'This customer had bought from the company before.',
    fr: 'Ce client avait déjà acheté auprès de l’entreprise.',
  },
};

function textOf(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at);
}

function idOf(fact: RecordedFact | null): string | null {
  return fact === null ? null : factId(fact.recordedAt, fact.seq);
}
