import type { ChangeSignOn, SignOnAnswer } from '@cordee/contract/sign-on';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read, write } from '../../../platform/verb.ts';
import { mustOwn } from '../identity.policy.ts';
import { signOnAnswer } from '../queries/get-sign-on.ts';
import { mustBeUsable } from '../sign-on/must-be-usable.ts';
import { mustKeepOwnWayIn } from '../sign-on/must-keep-own-way-in.ts';
import type { SignOnParts } from '../sign-on/parts.ts';
import { countLinked, deleteSignOn, endSignedOnSessions, findSignOn } from '../sign-on/sign-on.store.ts';
import { lockSignOn, saveSignOn, unlinkAll } from '../sign-on/sign-on.store.ts';

/**
 * Activates sign-on, requires it, or takes either back; who came in by it is signed out when it is no longer active. Refuses
 * `not_found` without a provider, `sign_on_unusable` when its test fails, and to be required `sign_on_unproven` while nobody has
 * signed on, `sign_on_needs_owner` while no owner could come in without it.
 */
export async function changeSignOn(context: Context, changes: ChangeSignOn, parts: SignOnParts): Promise<SignOnAnswer> {
  mustOwn(context.actor);
  const { workspaceId } = context;
  const tested = await read(context, (tx) => findSignOn(tx, workspaceId));
  if (tested === null) throw new Refusal('not_found');
  if (changes.active === true && !tested.active) await mustBeUsable(tested, parts);
  return write(context, async (tx) => {
    const before = await lockSignOn(tx, workspaceId);
    if (before === null) throw new Refusal('not_found');
    if (before.changedAt !== tested.changedAt) throw new Refusal('conflict');
    const active = changes.active ?? before.active;
    const required = changes.required ?? (active && before.required);
    if (required && !active) throw notActive();
    const told = (await signOnAnswer(tx, workspaceId, parts.baseUrl)).connection;
    if (required && !before.required && (await countLinked(tx, workspaceId, before.issuer)) === 0) {
      throw new Refusal('sign_on_unproven');
    }
    if (before.active && !active) await endSignedOnSessions(tx, workspaceId);
    await saveSignOn(tx, { ...before, active, required, changedAt: context.now() });
    await mustKeepOwnWayIn(tx, workspaceId);
    const result = await signOnAnswer(tx, workspaceId, parts.baseUrl);
    const subject = encodeId('wsp', workspaceId);
    return { result, audit: { action: 'sign_on.changed', subject, before: told, after: result.connection } };
  });
}

/** It is no longer required; for who works at the terminal, whatever became of provider and owners. Refuses `not_found`. */
export function liftSignOn(context: Context, baseUrl: string): Promise<SignOnAnswer> {
  mustOwn(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const before = await lockSignOn(tx, workspaceId);
    if (before === null) throw new Refusal('not_found');
    const told = (await signOnAnswer(tx, workspaceId, baseUrl)).connection;
    await saveSignOn(tx, { ...before, required: false, changedAt: context.now() });
    const result = await signOnAnswer(tx, workspaceId, baseUrl);
    const subject = encodeId('wsp', workspaceId);
    return { result, audit: { action: 'sign_on.changed', subject, before: told, after: result.connection } };
  });
}

/** Removes the provider, and signs out who came in by it. Refuses `not_found` without one. */
export function removeSignOn(context: Context, baseUrl: string): Promise<void> {
  mustOwn(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    if ((await lockSignOn(tx, workspaceId)) === null) throw new Refusal('not_found');
    const before = (await signOnAnswer(tx, workspaceId, baseUrl)).connection;
    await unlinkAll(tx, workspaceId);
    await endSignedOnSessions(tx, workspaceId);
    await deleteSignOn(tx, workspaceId);
    return { result: undefined, audit: { action: 'sign_on.removed', subject: encodeId('wsp', workspaceId), before } };
  });
}

function notActive(): Refusal {
  return new Refusal('invalid_request', [
    {
      path: 'required',
      rule: 'active',
      message: { en: 'Only what is active can be required.', fr: 'Seul ce qui est actif peut être exigé.' },
      example: { active: true, required: true },
    },
  ]);
}
