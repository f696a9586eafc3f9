import { columnsOf, type ColumnId } from './partner-columns.ts';
import { KINDS } from './partner-kinds.ts';
import type { EnrollmentState, PartnerFilters, PartnerSort, Stage } from './partner.queries.ts';

/** All that the address of the list says. */
export interface PartnerSearch extends PartnerFilters {
  /** Columns by stage instead of a list. */
  readonly view?: 'board';
  /** With commas between; those this browser remembers when absent. */
  readonly columns?: string;
}

const STAGES: Readonly<Record<Stage, true>> = {
  prospect: true,
  qualifying: true,
  negotiating: true,
  onboarding: true,
  active: true,
  under_review: true,
  renewing: true,
  leaving: true,
  ended: true,
};
const STATES: Readonly<Record<EnrollmentState, true>> = { pending: true, active: true, paused: true, ended: true };
const SORTS: Readonly<Record<PartnerSort, true>> = { name: true, newest: true, earned: true, lastActivity: true };
const ARCHIVED = { include: true, only: true } as const;

/** In the order a partnership goes through them. */
export const stages = Object.keys(STAGES) as Stage[];
export const enrollmentStates = Object.keys(STATES) as EnrollmentState[];
export const partnerSorts = Object.keys(SORTS) as PartnerSort[];

/** The filters an address holds; what it does not know is left out. */
export function partnerFilters(address: Record<string, unknown>): PartnerFilters {
  const { kind, stage, state, archived, sort, programId } = address;
  const [search, tag, country] = [textOf(address['search']), textOf(address['tag']), textOf(address['country'])];
  return {
    ...(search === '' ? {} : { search }),
    ...(isOf(KINDS, kind) ? { kind } : {}),
    ...(isOf(STAGES, stage) ? { stage } : {}),
    ...(/^[A-Z]{2}$/.test(country) ? { country } : {}),
    ...(tag === '' ? {} : { tag }),
    ...(typeof programId === 'string' && programId.startsWith('prg_') ? { programId } : {}),
    ...(isOf(STATES, state) ? { state } : {}),
    ...(isOf(ARCHIVED, archived) ? { archived } : {}),
    ...(isOf(SORTS, sort) && sort !== 'name' ? { sort } : {}),
  };
}

/** Filters, and how they are looked at. */
export function partnerSearch(address: Record<string, unknown>): PartnerSearch {
  const columns = typeof address['columns'] === 'string' ? columnsOf(address['columns']) : null;
  return {
    ...partnerFilters(address),
    ...(address['view'] === 'board' ? { view: 'board' } : {}),
    ...(columns === null ? {} : { columns: columns.join(',') }),
  };
}

/** Whether fewer than all partners are shown; an order leaves none out. */
export function isNarrowed({ sort: _sort, ...filters }: PartnerFilters): boolean {
  return Object.keys(filters).length > 0;
}

/** The address as text by name: what a saved view holds. */
export function viewQuery(search: PartnerSearch, columns: readonly ColumnId[]): Record<string, string> {
  return { ...partnerSearch({ ...search }), columns: columns.join(',') };
}

// A search of digits was read as a number.
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function isOf<Value extends string>(known: Readonly<Record<Value, true>>, value: unknown): value is Value {
  return typeof value === 'string' && Object.hasOwn(known, value);
}
