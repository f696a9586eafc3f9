import type { TimelineItem, TimelineQuery } from '@cordee/contract/partnership';
import type { Context } from '../../../platform/context.ts';
import { decodeTexts, encodeCursor, refuseCursor } from '../../../platform/cursor.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { findPartner } from '../../partner/index.ts';
import { mustBeStaff } from '../partnership.policy.ts';
import { audit, facts, joint, notes, terms, type Happening, type Source } from '../timeline-sources.ts';

interface Stream {
  readonly source: Source;
  readonly kinds: readonly TimelineItem['kind'][];
  /** How a place in it looks. */
  readonly place: RegExp;
}

const UUID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/;

const streams: readonly Stream[] = [
  { source: facts, kinds: ['fact', 'payout'], place: /^\d{0,18}$/ },
  { source: terms, kinds: ['stage', 'enrollment', 'plan'], place: /^(?:stage \d+|(?:state|plan) [0-9a-f-]{36} \d+)?$/ },
  { source: notes, kinds: ['note'], place: UUID },
  { source: joint, kinds: ['joint'], place: UUID },
  { source: audit, kinds: ['audit'], place: UUID },
];

/**
 * All that happened with a partner in the order it was learned, newest first: each source is continued where the last page left
 * it. Refuses `not_found`.
 */
export function getTimeline(
  context: Context,
  partnerId: string,
  { limit, cursor, kinds }: TimelineQuery,
): Promise<{ items: Wire<TimelineItem>[]; nextCursor: string | null }> {
  mustBeStaff(context.actor);
  const places = placesOf(cursor);
  return read(context, async (tx) => {
    const { workspaceId } = context;
    if ((await findPartner(tx, workspaceId, partnerId)) === null) throw new Refusal('not_found');
    const found: { readonly happening: Happening; readonly stream: number }[] = [];
    for (const [stream, { source, kinds: given }] of streams.entries()) {
      if (kinds !== undefined && !given.some((kind) => kinds.has(kind))) continue;
      const after = places[stream] === '' ? null : (places[stream] ?? null);
      const happenings = await source({ tx, workspaceId, partnerId, after, limit: limit + 1 });
      found.push(...happenings.map((happening) => ({ happening, stream })));
    }
    found.sort((a, b) => b.happening.at - a.happening.at || a.stream - b.stream);
    const shown = found.slice(0, limit);
    const next = [...places];
    for (const { happening, stream } of shown) next[stream] = happening.place;
    return {
      items: shown.map(({ happening }) => happening.item).filter(({ kind }) => kinds === undefined || kinds.has(kind)),
      nextCursor: found.length > limit ? encodeCursor(next) : null,
    };
  });
}

function placesOf(cursor: string | undefined): string[] {
  const places = decodeTexts(cursor, streams.length);
  if (places === null) return streams.map(() => '');
  if (!places.every((place, index) => streams[index]?.place.test(place) === true)) refuseCursor();
  return [...places];
}
