import type { Context } from '../../../platform/context.ts';
import { permits } from '../../../platform/permits.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { writeHledger } from '../hledger.store.ts';

/** Writes the books as an hledger journal; how many transactions that was. */
export function exportHledger(context: Context, write: (text: string) => void): Promise<number> {
  if (!permits(context.actor, ['owner', 'finance'], 'read')) throw new Refusal('forbidden');
  return read(context, (tx) => writeHledger(tx, context.workspaceId, write));
}
