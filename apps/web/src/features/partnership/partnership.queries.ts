import type { AnswerOf } from '../../lib/api/call.ts';
import { pagesOf, queryOf, type ItemOf } from '../../lib/api/queries.ts';

export type Partnership = AnswerOf<'getPartnership'>;
export type Move = Partnership['moves'][number];
export type Stage = Move['to'];
export type Person = AnswerOf<'listPartnershipPeople'>[number];
export type Side = Person['side'];
export type JointFact = ItemOf<'listJointFacts'>;
export type VisibilityItem = AnswerOf<'getVisibility'>[number];
export type OwnNote = ItemOf<'listOwnNotes'>;

const by = (id: string) => ({ params: { id } });
export const partnershipQuery = (id: string) => queryOf('getPartnership', by(id));
export const peopleQuery = (id: string) => queryOf('listPartnershipPeople', by(id));
export const jointFactsQuery = (id: string) => pagesOf('listJointFacts', { ...by(id), query: { limit: 20 } });
export const visibilityQuery = (id: string) => queryOf('getVisibility', by(id));
export const seenQuery = (id: string) => queryOf('getSeenByOtherSide', by(id));
export const ownNotesQuery = (id: string) => pagesOf('listOwnNotes', { ...by(id), query: { limit: 20 } });
export const stageTimesQuery = queryOf('listStageTimes', {});
