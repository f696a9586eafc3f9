import type { Actor } from '../../platform/context.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Owners (and keys of scope admin) rule over members, keys, the workspace and its audit trail. */
export function mustOwn(actor: Actor): void {
  if (!permits(actor, ['owner'], 'admin')) throw new Refusal('forbidden');
}

/** Owners and managers (and keys of scope write) let a partner be shown. */
export function mustManage(actor: Actor): void {
  if (!permits(actor, ['owner', 'manager'], 'write')) throw new Refusal('forbidden');
}

/** The user behind a session; keys and jobs are nobody in particular. */
export function mustBeUser(actor: Actor): string {
  if (actor.kind !== 'user') throw new Refusal('forbidden');
  return actor.userId;
}

/** What only the operator at the terminal may do: it reaches beyond one workspace. */
export function mustBeOperator(actor: Actor): void {
  if (actor.kind !== 'system') throw new Refusal('forbidden');
}
