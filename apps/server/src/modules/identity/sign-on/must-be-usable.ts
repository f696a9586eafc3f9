import { Refusal } from '../../../platform/refusal.ts';
import { redirectUriOf } from './addresses.ts';
import { settingsOf, type SignOnParts } from './parts.ts';
import type { SignOn } from './sign-on.store.ts';
import { testProvider } from './test-provider.ts';

/** Refuses `sign_on_unusable` with what failed of the test. */
export async function mustBeUsable(signOn: SignOn, parts: SignOnParts): Promise<void> {
  const steps = await testProvider(settingsOf(signOn, parts), parts, redirectUriOf(parts.baseUrl, signOn.workspaceId));
  const failed = steps.filter(({ result }) => result === 'failed');
  if (failed.length === 0) return;
  throw new Refusal(
    'sign_on_unusable',
    failed.map(({ step, message }) => ({ path: step === 'client' ? 'clientSecret' : 'issuer', rule: step, message })),
  );
}
