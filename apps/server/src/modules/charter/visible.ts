import type { Side } from '@cordee/core/partnership';
import type { VersionRecord } from './charter.store.ts';

/** A draft is its author's alone until it is shared; one given up before that stays so. */
export function isVisible({ side: author, sharedAt }: Pick<VersionRecord, 'side' | 'sharedAt'>, side: Side): boolean {
  return sharedAt !== null || author === side;
}
