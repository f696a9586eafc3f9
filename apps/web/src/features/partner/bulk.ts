import type { AnswerOf, InputOf } from '../../lib/api/call.ts';
import type { ListedPartner, Stage } from './partner.queries.ts';

type Body = InputOf<'bulkPartners'>['body'];
export type BulkKind = Body['action'];
type WithoutIds<One> = One extends unknown ? Omit<One, 'partnerIds'> : never;
/** What is done, to whomever. */
export type Change = WithoutIds<Body>;
export type Outcome = AnswerOf<'bulkPartners'>['items'][number];

/** What takes a change back for those it was done to; nothing where that cannot be. */
export function undoOf(change: Change, done: readonly ListedPartner[]): { change: Change; ids: string[] }[] {
  if (done.length === 0) return [];
  switch (change.action) {
    case 'stage':
      return stagesBefore(done);
    case 'tag':
      return change.tags.flatMap((tag) =>
        oneTag(
          'untag',
          tag,
          done.filter(({ tags }) => !tags.includes(tag.trim().toLowerCase())),
        ),
      );
    case 'untag':
      return change.tags.flatMap((tag) =>
        oneTag(
          'tag',
          tag,
          done.filter(({ tags }) => tags.includes(tag)),
        ),
      );
    case 'archive':
    case 'enroll':
      return [];
    default:
      return change satisfies never;
  }
}

function stagesBefore(done: readonly ListedPartner[]): { change: Change; ids: string[] }[] {
  const groups = Map.groupBy(done, ({ stage }) => stage);
  return [...groups]
    .filter((group): group is [Stage, ListedPartner[]] => group[0] !== null)
    .map(([stage, partners]) => ({ change: { action: 'stage', stage }, ids: partners.map(({ id }) => id) }));
}

function oneTag(action: 'tag' | 'untag', tag: string, partners: readonly ListedPartner[]): { change: Change; ids: string[] }[] {
  return partners.length === 0 ? [] : [{ change: { action, tags: [tag] }, ids: partners.map(({ id }) => id) }];
}
