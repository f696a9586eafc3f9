import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { findLogo } from '../logo.store.ts';

/** The logo of any workspace, for whoever knows its id: pages and mails show it to everybody. Refuses `not_found`. */
export function getLogo(context: Context, workspaceId: string) {
  return read({ ...context, workspaceId }, async (tx) => {
    const logo = await findLogo(tx, workspaceId);
    if (logo === null) throw new Refusal('not_found');
    return logo;
  });
}
