import { addressFault } from '../../platform/outbound/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { WebhookParts } from './parts.ts';

/** Refuses `address_refused` for a URL that could never be called. Where its name leads is asked at each call. */
export function mustBeCallable(url: string, { trustedHosts }: Pick<WebhookParts, 'trustedHosts'>): void {
  if (addressFault(url, trustedHosts) === null) return;
  throw new Refusal('address_refused', [
    {
      path: 'url',
      rule: 'public_https',
      message: {
        en: 'A webhook leads to a public https address, without a name or password in it.',
        fr: "Un webhook mène à une adresse https publique, sans nom ni mot de passe à l'intérieur.",
      },
      example: 'https://erp.example.com/hooks/cordee',
    },
  ]);
}
