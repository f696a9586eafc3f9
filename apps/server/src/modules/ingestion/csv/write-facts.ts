import type { Tx } from '../../../platform/db/index.ts';
import type { Instant } from '@cordee/core/time';
import { recordDrafts } from '../../counting/index.ts';
import { draftOf, standsAlone, type SpelledFact } from '../../fact/index.ts';
import type { RejectedRow } from '../import.store.ts';
import { shown, type ReadItem } from './read-chunk.ts';
import { isRejectCode } from './rejects.ts';

export interface Written {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejects: readonly RejectedRow[];
  /** Nothing of it was known or needed a look: what follows is better recorded in bulk. */
  readonly mayStream?: boolean;
}

/** Records the facts of a chunk, each once, by the way that looks first. */
export async function writeFacts(
  tx: Tx,
  workspaceId: string,
  now: Instant,
  items: readonly ReadItem<SpelledFact>[],
): Promise<Written> {
  if (items.length === 0) return { accepted: 0, duplicates: 0, rejects: [] };
  const drafts = items.map(({ item }) => draftOf(item));
  const { recordings } = await recordDrafts(tx, workspaceId, now, drafts);
  const rejects: RejectedRow[] = [];
  let accepted = 0;
  let duplicates = 0;
  for (const [index, recording] of recordings.entries()) {
    const { line = 0, raw = '' } = items[index] ?? {};
    if (recording.kind === 'recorded') accepted += 1;
    else if (recording.kind === 'duplicate') duplicates += 1;
    else {
      const refusal = recording.kind === 'refused' ? recording.refusal : null;
      const code = refusal !== null && isRejectCode(refusal.code) ? refusal.code : 'refused';
      rejects.push({ line, column: null, code, raw: shown(raw), value: null });
    }
  }
  return { accepted, duplicates, rejects, mayStream: accepted === drafts.length && drafts.every(standsAlone) };
}
