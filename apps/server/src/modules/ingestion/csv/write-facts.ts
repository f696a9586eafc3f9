import type { Tx } from '../../../platform/db/index.ts';
import type { Instant } from '@cordee/core/time';
import { recordDrafts } from '../../counting/index.ts';
import { canRecordBulk, recordBulk, type FactDraft, type SavedCustomers } from '../../fact/index.ts';
import type { RejectedRow } from '../import.store.ts';
import { shown, type ReadItem } from './read-chunk.ts';
import { isRejectCode } from './rejects.ts';

export interface Written {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejects: readonly RejectedRow[];
}

/** What a run remembers between its chunks. */
export interface FactWriter {
  readonly saved: SavedCustomers;
  /** Whether the last chunk held facts that were known: then looking first costs less than trying. */
  looksFirst: boolean;
}

export function openFactWriter(): FactWriter {
  return { saved: new Set(), looksFirst: false };
}

/** Records the facts of a chunk, each once; in bulk while none of them is known. */
export async function writeFacts(
  tx: Tx,
  workspaceId: string,
  now: Instant,
  items: readonly ReadItem<FactDraft>[],
  writer: FactWriter,
): Promise<Written> {
  if (items.length === 0) return { accepted: 0, duplicates: 0, rejects: [] };
  const drafts = items.map(({ item }) => item);
  if (!writer.looksFirst && drafts.every(canRecordBulk) && (await recordBulk(tx, workspaceId, now, drafts, writer.saved))) {
    return { accepted: drafts.length, duplicates: 0, rejects: [] };
  }
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
  writer.looksFirst = duplicates > 0;
  return { accepted, duplicates, rejects };
}
