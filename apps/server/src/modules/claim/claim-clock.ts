import type { Clock, Pause } from '@cordee/core/claim';
import type { ClaimEntry, ClaimRecord } from './claim.store.ts';

/** When the partner was to reply: from a question of the company to what the partner wrote next. */
export function pausesOf(entries: readonly Pick<ClaimEntry, 'kind' | 'at'>[]): Pause[] {
  const pauses: Pause[] = [];
  let from: number | null = null;
  for (const { kind, at } of entries) {
    if (kind === 'question') from ??= at;
    if (kind !== 'reply' || from === null) continue;
    pauses.push({ from, to: at });
    from = null;
  }
  return from === null ? pauses : [...pauses, { from, to: null }];
}

/** The clock of a claim with these entries. */
export function clockOf(
  { openedAt, days, dayKind }: Pick<ClaimRecord, 'openedAt' | 'days' | 'dayKind'>,
  entries: readonly Pick<ClaimEntry, 'kind' | 'at'>[],
  zone: string,
): Clock {
  return { openedAt, terms: { days, dayKind }, pauses: pausesOf(entries), zone };
}

/** How long the company took, without the time the partner was to reply. */
export function timeTaken({ openedAt, pauses }: Clock, at: number): number {
  const paused = pauses.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to ?? at, at) - from), 0);
  return Math.max(0, at - openedAt - paused);
}
