import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { mustOwn } from '../identity.policy.ts';
import { redirectUriOf } from '../sign-on/addresses.ts';
import { settingsOf, type SignOnParts } from '../sign-on/parts.ts';
import { findSignOn } from '../sign-on/sign-on.store.ts';
import { testProvider } from '../sign-on/test-provider.ts';

/** Asks the provider whether it can be used; writes nothing. Refuses `not_found` without one. */
export async function testSignOn(context: Context, parts: SignOnParts) {
  mustOwn(context.actor);
  const signOn = await read(context, (tx) => findSignOn(tx, context.workspaceId));
  if (signOn === null) throw new Refusal('not_found');
  const steps = await testProvider(settingsOf(signOn, parts), parts, redirectUriOf(parts.baseUrl, context.workspaceId));
  return {
    usable: steps.every(({ result }) => result !== 'failed'),
    steps: steps.map(({ step, result, message }) => ({ step, result, message: message[context.language] })),
  };
}
