import { instantOfUuid } from '../../../platform/uuid.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { findClick, firstOfRepeats, type StoredClick } from '../click-list.store.ts';

export interface ClickHistory {
  readonly click: StoredClick;
  /** Of a repeat, as far as it is still kept: the click that counted. */
  readonly first: StoredClick | null;
}

/** A click and, for a repeat, the one it repeats; null when there is none by this id, or when it was purged. */
export async function loadClickHistory(tx: Tx, workspaceId: string, id: string): Promise<ClickHistory | null> {
  const at = instantOfUuid(id);
  const click = at === null ? null : await findClick(tx, workspaceId, id, at);
  if (click === null) return null;
  return { click, first: click.flag === 'repeat' ? await firstOfRepeats(tx, workspaceId, click) : null };
}
