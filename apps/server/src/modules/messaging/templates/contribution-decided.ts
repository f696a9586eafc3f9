import type { contributionKinds } from '@cordee/contract/contribution-body';
import type { Bilingual, Language } from '@cordee/contract/language';
import { parseRate, ratePercentText } from '@cordee/core/money';
import { formatDate, type LocalDate } from '@cordee/core/time';
import { button, note, rows, text, type Message, type Template } from '../message.ts';

export interface ContributionDecidedData {
  readonly workspace: string;
  readonly partner: string;
  readonly decision: 'confirmed' | 'refused' | 'withdrawn';
  readonly kind: (typeof contributionKinds)[number];
  /** As the partner may know it; null when it may not, or when nobody is named any more. */
  readonly customer: string | null;
  /** Exact part, as p/q. */
  readonly share: string;
  readonly reason: string | null;
  readonly lastDay: LocalDate | null;
  readonly portal: string;
}

export const contributionDecided: Template<ContributionDecidedData> = {
  en: (data) => messageOf(data, 'en'),
  fr: (data) => messageOf(data, 'fr'),
};

const decisions: Readonly<Record<ContributionDecidedData['decision'], Bilingual>> = {
  confirmed: { en: 'contribution confirmed', fr: 'contribution confirmée' },
  refused: { en: 'contribution refused', fr: 'contribution refusée' },
  withdrawn: { en: 'contribution withdrawn', fr: 'contribution retirée' },
};

const kinds: Readonly<Record<ContributionDecidedData['kind'], Bilingual>> = {
  deal: { en: 'Registered deal', fr: 'Affaire enregistrée' },
  introduction: { en: 'Introduction', fr: 'Mise en relation' },
  lead: { en: 'Lead', fr: 'Prospect' },
  contribution: { en: 'Work contributed', fr: 'Travail apporté' },
  agreement: { en: 'Agreed split', fr: 'Partage convenu' },
};

const opening: Readonly<Record<ContributionDecidedData['decision'], (workspace: string, partner: string) => Bilingual>> = {
  confirmed: (workspace, partner) => ({
    en: `${workspace} confirmed this contribution of ${partner}. It counts for the customer’s leads and sales recorded from now on.`,
    fr: `${workspace} a confirmé cette contribution de ${partner}. Elle compte pour les prospects et les ventes de ce client enregistrés à partir de maintenant.`,
  }),
  refused: (workspace, partner) => ({
    en: `${workspace} refused this contribution of ${partner}. The reason is below.`,
    fr: `${workspace} a refusé cette contribution de ${partner}. Le motif est indiqué ci-dessous.`,
  }),
  withdrawn: (workspace, partner) => ({
    en: `${workspace} withdrew this contribution of ${partner}. It counts no more for what happens from now on.`,
    fr: `${workspace} a retiré cette contribution de ${partner}. Elle ne compte plus pour ce qui arrive désormais.`,
  }),
};

const labels = {
  kind: { en: 'What', fr: 'Nature' },
  customer: { en: 'Customer', fr: 'Client' },
  share: { en: 'Your part', fr: 'Votre part' },
  lastDay: { en: 'Counts until', fr: 'Compte jusqu’au' },
  reason: { en: 'Reason', fr: 'Motif' },
  see: { en: 'See the contribution', fr: 'Voir la contribution' },
  stays: { en: 'What was earned stays earned.', fr: 'Ce qui a été acquis le reste.' },
} as const satisfies Record<string, Bilingual>;

function messageOf(data: ContributionDecidedData, language: Language): Message {
  const { workspace, partner, decision, customer, reason, lastDay, portal } = data;
  const colon = language === 'fr' ? '\u00a0:' : ':';
  const what = decisions[decision][language];
  const named = customer ?? kinds[data.kind][language];
  const share = parseRate(data.share);
  const lines: (readonly [string, string])[] = [[labels.kind[language], kinds[data.kind][language]]];
  if (customer !== null) lines.push([labels.customer[language], customer]);
  if (data.kind === 'agreement' && share !== null) lines.push([labels.share[language], ratePercentText(share, language)]);
  if (decision === 'confirmed' && lastDay !== null) lines.push([labels.lastDay[language], formatDate(lastDay, language)]);
  if (reason !== null) lines.push([labels.reason[language], reason]);
  return {
    subject: `${named}${colon} ${what}`,
    preview: reason ?? opening[decision](workspace, partner)[language],
    blocks: [
      text(opening[decision](workspace, partner)[language]),
      rows(...lines),
      button(labels.see[language], portal),
      ...(decision === 'withdrawn' ? [note(labels.stays[language])] : []),
    ],
  };
}
