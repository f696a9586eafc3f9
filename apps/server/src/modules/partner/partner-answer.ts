import type { Certificate, Partner } from '@cordee/contract/partner';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { CertificateRecord, PartnerRecord } from './partner.store.ts';

/** A partner as the company sees it. */
export function toContract(partner: PartnerRecord): Partner {
  return {
    id: encodeId('prt', partner.id),
    name: partner.name,
    kind: partner.kind,
    country: partner.country,
    email: partner.email,
    language: partner.language,
    externalId: partner.externalId,
    attributes: { ...partner.attributes },
    stage: partner.stage,
    stageSince: formatInstant(partner.stageSince),
    tags: [...partner.tags],
    createdAt: formatInstant(partner.createdAt),
    archivedAt: partner.archivedAt === null ? null : formatInstant(partner.archivedAt),
  };
}

/** As it sees itself: what the company keeps about it is left out, its stage unless the company shows it. */
export function toOwnContract(partner: PartnerRecord, showsStage: boolean): Partner {
  const hidden = showsStage ? {} : { stage: null, stageSince: null };
  return { ...toContract(partner), ...hidden, tags: [] };
}

export function certificateToContract(certificate: CertificateRecord): Certificate {
  return {
    partnerId: encodeId('prt', certificate.partnerId),
    code: certificate.code,
    from: formatInstant(certificate.from),
    to: certificate.to === null ? null : formatInstant(certificate.to),
  };
}

/** What the audit trail keeps: it cannot be erased, so no e-mail address is in it. */
export function toAudit(partner: PartnerRecord): Omit<Partner, 'email'> {
  const { email: _, ...kept } = toContract(partner);
  return kept;
}
