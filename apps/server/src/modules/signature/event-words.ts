import type { Bilingual } from '@cordee/contract/language';

const known: Readonly<Record<string, Bilingual>> = {
  created: { en: 'Envelope prepared', fr: 'Enveloppe préparée' },
  document_added: { en: 'Document added', fr: 'Document ajouté' },
  sent: { en: 'Sent', fr: 'Envoyée' },
  invited: { en: 'Link sent', fr: 'Lien envoyé' },
  reminded: { en: 'Reminder sent', fr: 'Relance envoyée' },
  opened: { en: 'Documents opened', fr: 'Documents ouverts' },
  code_sent: { en: 'Code sent', fr: 'Code envoyé' },
  code_wrong: { en: 'Wrong code entered', fr: 'Code erroné saisi' },
  consented: { en: 'Agreed to sign electronically', fr: 'Accord pour signer électroniquement' },
  signed: { en: 'Signed', fr: 'Signé' },
  delegated: { en: 'Signature entrusted to somebody else', fr: 'Signature confiée à un tiers' },
  replaced: { en: 'Signer replaced by the sender', fr: 'Signataire remplacé par l’expéditeur' },
  link_taken: { en: 'Link taken while signed in', fr: 'Lien ouvert depuis un compte connecté' },
  refused: { en: 'Refused', fr: 'Refusé' },
  completed: { en: 'All have signed', fr: 'Tous ont signé' },
  expired: { en: 'Time to sign over', fr: 'Délai de signature passé' },
  cancelled: { en: 'Cancelled', fr: 'Annulée' },
};

/** What kind of event it is, in words. */
export function eventWords(kind: string): Bilingual {
  return known[kind] ?? { en: kind, fr: kind };
}
