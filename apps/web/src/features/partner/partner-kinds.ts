import type { PartnerKind } from './partner.queries.ts';

export type { PartnerKind };

/** As the contract has them. */
export const KINDS: Readonly<Record<PartnerKind, true>> = {
  affiliate: true,
  referrer: true,
  reseller: true,
  supplier: true,
  subcontractor: true,
  client: true,
  technology: true,
};

export const partnerKinds = Object.keys(KINDS) as PartnerKind[];
