import type { ClaimFilters, ClaimFilterState, ClaimKind } from './claim.queries.ts';

const KINDS: Readonly<Record<ClaimKind, true>> = { missing: true, wrong: true, rejected: true, split: true };
const STATES: Readonly<Record<ClaimFilterState, true>> = {
  to_answer: true,
  overdue: true,
  asked: true,
  to_settle: true,
  accepted: true,
  partly_accepted: true,
  refused: true,
  withdrawn: true,
  open: true,
};

export const claimKinds = Object.keys(KINDS) as ClaimKind[];
/** `open` is the same as what is to be answered. */
export const claimStates = (Object.keys(STATES) as ClaimFilterState[]).filter((state) => state !== 'open');

/** The filters an address holds; what it does not know is left out. */
export function claimFilters({ kind, state, partnerId, programId }: Record<string, unknown>): ClaimFilters {
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
