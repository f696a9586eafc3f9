import type { Sealer } from '../../../platform/crypto/index.ts';
import type { ProviderParts, ProviderSettings } from './provider.ts';
import type { SignOn } from './sign-on.store.ts';

/** What sign-on needs besides a context. */
export interface SignOnParts extends ProviderParts {
  readonly sealer: Sealer;
  readonly baseUrl: string;
}

/** The settings a provider is called with, its secret opened. */
export function settingsOf({ issuer, clientId, clientSecret }: SignOn, { sealer }: SignOnParts): ProviderSettings {
  return { issuer, clientId, clientSecret: sealer.open(clientSecret) };
}
