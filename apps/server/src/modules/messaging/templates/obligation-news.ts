import type { Bilingual, Language } from '@cordee/contract/language';
import { formatDate, type LocalDate } from '@cordee/core/time';
import { button, rows, text, type Message, type Template } from '../message.ts';

export type ObligationEvent = 'reminded' | 'late' | 'not_kept' | 'handed_in' | 'refused' | 'waived' | 'missed';

/** To one side: an obligation is near or past its day, or what the other side did about it. */
export interface ObligationNewsData {
  readonly event: ObligationEvent;
  readonly title: string;
  readonly partner: string;
  readonly workspace: string;
  readonly dueOn: LocalDate;
  readonly words: string | null;
  readonly place: string;
}

export const obligationNews: Template<ObligationNewsData> = {
  en: (data) => messageOf(data, 'en'),
  fr: (data) => messageOf(data, 'fr'),
};

const subjects: Readonly<Record<ObligationEvent, Bilingual>> = {
  reminded: { en: 'Due soon', fr: 'À tenir bientôt' },
  late: { en: 'Late', fr: 'En retard' },
  not_kept: { en: 'Missed: thirty days late', fr: 'Manquée : trente jours de retard' },
  handed_in: { en: 'Handed in', fr: 'Remis' },
  refused: { en: 'Refused, to be handed in again', fr: 'Refusé, à remettre de nouveau' },
  waived: { en: 'No longer owed', fr: 'Dispense accordée' },
  missed: { en: 'Declared missed', fr: 'Déclarée manquée' },
};

const opening: Readonly<Record<ObligationEvent, Bilingual>> = {
  reminded: {
    en: 'This is due soon. Hand it in when it is done.',
    fr: 'L’échéance approche. Remettez la preuve dès que c’est fait.',
  },
  late: { en: 'The day has passed and nothing was handed in.', fr: 'L’échéance est passée et rien n’a été remis.' },
  not_kept: {
    en: 'Thirty days after its day nothing was handed in: it counts as missed. It can still be handed in, late.',
    fr: 'Trente jours après l’échéance, rien n’a été remis : l’obligation compte comme manquée. La preuve peut encore être remise, en retard.',
  },
  handed_in: {
    en: 'The other side has handed this in. Look at it, and refuse it if it is not right.',
    fr: 'L’autre partie a remis cette preuve. Vérifiez-la, et refusez-la si elle ne convient pas.',
  },
  refused: {
    en: 'The other side refused what was handed in. The reason is below.',
    fr: 'L’autre partie a refusé ce qui a été remis. Le motif est indiqué ci-dessous.',
  },
  waived: {
    en: 'The other side no longer asks for this. The reason is below.',
    fr: 'L’autre partie n’en demande plus l’exécution. Le motif est indiqué ci-dessous.',
  },
  missed: {
    en: 'The other side says that this was missed. The reason is below.',
    fr: 'L’autre partie déclare cette obligation manquée. Le motif est indiqué ci-dessous.',
  },
};

const labels = {
  en: { what: 'Obligation', due: 'Due on', who: 'Between', see: 'See the obligation' },
  fr: { what: 'Obligation', due: 'Échéance', who: 'Entre', see: 'Voir l’obligation' },
} as const;

function messageOf(data: ObligationNewsData, language: Language): Message {
  const { event, title, dueOn, words, partner, workspace, place } = data;
  const say = labels[language];
  const first = opening[event][language];
  return {
    subject: `${subjects[event][language]} · ${title}`,
    preview: words ?? first,
    blocks: [
      text(first),
      ...(words === null ? [] : [text(words)]),
      rows([say.what, title], [say.due, formatDate(dueOn, language)], [say.who, `${workspace} · ${partner}`]),
      button(say.see, place),
    ],
  };
}
