import type { Contribution, ContributionFilters, Kind } from './contribution.queries.ts';

const KINDS: Readonly<Record<Kind, true>> = { deal: true, introduction: true, lead: true, contribution: true, agreement: true };
const STATES: Readonly<Record<Contribution['state'], true>> = {
  waiting: true,
  confirmed: true,
  refused: true,
  withdrawn: true,
  expired: true,
};

export const contributionKinds = Object.keys(KINDS) as Kind[];
export const contributionStates = Object.keys(STATES) as Contribution['state'][];

/** The filters an address holds; what it does not know is left out. */
export function contributionFilters({ kind, state, partnerId, programId }: Record<string, unknown>): ContributionFilters {
  return {
    ...(isOf(KINDS, kind) ? { kind } : {}),
    ...(isOf(STATES, state) ? { state } : {}),
    ...(isId(partnerId, 'prt') ? { partnerId } : {}),
    ...(isId(programId, 'prg') ? { programId } : {}),
  };
}

function isOf<Value extends string>(known: Readonly<Record<Value, true>>, value: unknown): value is Value {
  return typeof value === 'string' && Object.hasOwn(known, value);
}

function isId(value: unknown, prefix: string): value is string {
  return typeof value === 'string' && value.startsWith(`${prefix}_`);
}
