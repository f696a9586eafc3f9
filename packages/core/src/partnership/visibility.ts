import type { Side } from './side.ts';

/** Kinds of data one side may show the other, beyond what the other always sees. */
export const sharedKinds = ['stage', 'why', 'response_statistics', 'company_people', 'partner_people'] as const;
export type SharedKind = (typeof sharedKinds)[number];

/** Whose it is to show. */
export const shownBy: Readonly<Record<SharedKind, Side>> = {
  stage: 'company',
  why: 'company',
  response_statistics: 'company',
  company_people: 'company',
  partner_people: 'partner',
};

/**
 * What holds where nobody has chosen. Sober, but for the why: what was earned is explained unless the company says otherwise. null:
 * as the workspace says for all its partners.
 */
export const shownByDefault: Readonly<Record<SharedKind, boolean | null>> = {
  stage: false,
  why: true,
  response_statistics: null,
  company_people: false,
  partner_people: false,
};
