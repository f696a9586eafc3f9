import type { AnswerOf, InputOf } from '../../lib/api/call.ts';
import { pagesOf, queryOf, type ItemOf } from '../../lib/api/queries.ts';

export type Dispute = ItemOf<'listDisputes'>;
export type DisputeDetail = AnswerOf<'getDispute'>;
export type Rung = DisputeDetail['ladder'][number];
export type Brief = DisputeDetail['briefs'][number];
export type Decision = DisputeDetail['decisions'][number];
export type ActName = DisputeDetail['acts'][number];
export type ActBody = InputOf<'actInDispute'>['body'];
export type Side = 'company' | 'partner';

const FILTERS = ['running', 'to_answer', 'exhausted', 'over'] as const;
export type DisputeFilter = (typeof FILTERS)[number];
export const disputeFilters: readonly DisputeFilter[] = FILTERS;

/** What the address of a list says; what it does not know is left out. */
export function filterOf({ state }: { state?: unknown }): DisputeFilter | undefined {
  return FILTERS.find((known) => known === state);
}

const kinds = { com: 'commission', stm: 'statement', inv: 'invoice', obl: 'obligation', chr: 'clause', clm: 'claim' } as const;

/** What a dispute is about to be opened on, as an address says it by its id. */
export function aboutOf({ about }: { about?: unknown }): { kind: Dispute['subject']['kind']; id: string } | null {
  if (typeof about !== 'string') return null;
  const kind = Object.entries(kinds).find(([prefix]) => about.startsWith(`${prefix}_`))?.[1];
  return kind === undefined ? null : { kind, id: about };
}

export const disputesQuery = (partnerId: string | null, state: DisputeFilter | undefined) =>
  pagesOf('listDisputes', {
    query: { limit: 50, ...(partnerId === null ? {} : { partnerId }), ...(state === undefined ? {} : { state }) },
  });
export const disputeQuery = (id: string) => queryOf('getDispute', { params: { id } });
export const ladderQuery = queryOf('getDisputeLadder', {});

/** What an act changes elsewhere. */
export const touched = ['listDisputes', 'getDispute', 'getTimeline', 'listObligations'] as const;
