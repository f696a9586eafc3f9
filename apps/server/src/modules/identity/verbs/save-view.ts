import type { ViewAnswer } from '@cordee/contract/view';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { viewToContract } from '../identity-answer.ts';
import { mustBeUser } from '../identity.policy.ts';
import { deleteView, insertView, lockView, selectViews, updateView } from '../views.store.ts';

/** What a member may keep for one list. */
const mostViews = 100;

export interface SaveView {
  readonly screen: string;
  readonly name: string;
  readonly query: Readonly<Record<string, string>>;
}

/** Saves a view of the member's own. Refuses `already_exists` for a name it has there, and `conflict` beyond a hundred. */
export function saveView(context: Context, input: SaveView): Promise<ViewAnswer> {
  const userId = mustBeUser(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const createdAt = context.now();
    if ((await selectViews(tx, workspaceId, userId, input.screen)).length >= mostViews) throw new Refusal('conflict');
    const view = { id: newUuid(createdAt), ...input, createdAt };
    if (!(await insertView(tx, workspaceId, userId, view))) throw nameTaken(input.name);
    const result = viewToContract(view);
    return { result, audit: { action: 'view.saved', subject: result.id, after: result } };
  });
}

/** Renames a view, or keeps another list in it. Refuses `not_found`, also for somebody else's, and `already_exists`. */
export function changeView(
  context: Context,
  id: string,
  changes: { readonly name?: string | undefined; readonly query?: Readonly<Record<string, string>> | undefined },
): Promise<ViewAnswer> {
  const userId = mustBeUser(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const before = await lockView(tx, workspaceId, userId, id);
    if (before === null) throw new Refusal('not_found');
    const after = { ...before, name: changes.name ?? before.name, query: changes.query ?? before.query };
    const others = (await selectViews(tx, workspaceId, userId, before.screen)).filter((view) => view.id !== id);
    if (others.some(({ name }) => name.toLowerCase() === after.name.toLowerCase())) throw nameTaken(after.name);
    await updateView(tx, workspaceId, userId, after);
    const result = viewToContract(after);
    return { result, audit: { action: 'view.changed', subject: result.id, before: viewToContract(before), after: result } };
  });
}

/** Removes a view. Refuses `not_found`, also for somebody else's. */
export function removeView(context: Context, id: string): Promise<void> {
  const userId = mustBeUser(context.actor);
  return write(context, async (tx) => {
    if (!(await deleteView(tx, context.workspaceId, userId, id))) throw new Refusal('not_found');
    return { result: undefined, audit: { action: 'view.removed', subject: encodeId('viw', id) } };
  });
}

function nameTaken(name: string): Refusal {
  return new Refusal('already_exists', [
    {
      path: 'name',
      rule: 'unique',
      message: { en: `You have a view called ${name} here.`, fr: `Vous avez déjà ici une vue nommée ${name}.` },
    },
  ]);
}
