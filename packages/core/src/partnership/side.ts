/** The two sides of a partnership, called so everywhere. */
export const sides = ['company', 'partner'] as const;
export type Side = (typeof sides)[number];

/** The side across. */
export function otherSide(side: Side): Side {
  return side === 'company' ? 'partner' : 'company';
}

/** What somebody does in a partnership. */
export const personRoles = ['sponsor', 'manager', 'operations', 'finance', 'legal', 'technical'] as const;
export type PersonRole = (typeof personRoles)[number];
