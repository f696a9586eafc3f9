import type { PartnerFilters, PartnerKind } from './partner.queries.ts';

export type { PartnerKind };

const KINDS: Readonly<Record<PartnerKind, true>> = {
  affiliate: true,
  referrer: true,
  reseller: true,
  supplier: true,
  subcontractor: true,
  client: true,
  technology: true,
};

export const partnerKinds = Object.keys(KINDS) as PartnerKind[];

/** The filters an address holds; what it does not know is left out. A search of digits was read as a number. */
export function partnerFilters({ search, kind }: Record<string, unknown>): PartnerFilters {
  const text = typeof search === 'number' ? String(search) : search;
  return { ...(typeof text === 'string' && text !== '' ? { search: text } : {}), ...(isPartnerKind(kind) ? { kind } : {}) };
}

function isPartnerKind(value: unknown): value is PartnerKind {
  return typeof value === 'string' && Object.hasOwn(KINDS, value);
}
