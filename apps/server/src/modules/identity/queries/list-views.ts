import type { ViewAnswer } from '@cordee/contract/view';
import type { Context } from '../../../platform/context.ts';
import { read } from '../../../platform/verb.ts';
import { viewToContract } from '../identity-answer.ts';
import { mustBeUser } from '../identity.policy.ts';
import { selectViews } from '../views.store.ts';

/** The member's own views, of one list or of all. */
export function listViews(context: Context, screen: string | undefined): Promise<ViewAnswer[]> {
  const userId = mustBeUser(context.actor);
  return read(context, async (tx) => (await selectViews(tx, context.workspaceId, userId, screen ?? null)).map(viewToContract));
}
