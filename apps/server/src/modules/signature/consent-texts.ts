import type { Bilingual } from '@cordee/contract/language';

/** What signers agree to, in versions: the trail names the one that was shown. A new text is a new version; those before stay. */
export const consentTexts = [
  {
    version: '2026-11',
    text: {
      en: 'I have read the documents. I agree to sign them electronically, with the code sent to my address, and I understand that this signature binds me. It is a simple electronic signature within the meaning of Regulation (EU) No 910/2014.',
      fr: 'J’ai lu les documents. J’accepte de les signer électroniquement, avec le code envoyé à mon adresse, et je comprends que cette signature m’engage. Il s’agit d’une signature électronique simple au sens du règlement (UE) n° 910/2014.',
    },
  },
] as const satisfies readonly { readonly version: string; readonly text: Bilingual }[];

/** The text in force. */
export const currentConsent = consentTexts[0];
