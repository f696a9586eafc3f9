import type { Bilingual, Language } from '@cordee/contract/language';
import { formatDate, type LocalDate } from '@cordee/core/time';
import { button, rows, text, type Message, type Template } from '../message.ts';

export type JointFactEvent = 'proposed' | 'confirmed' | 'contested' | 'withdrawn';
type JointKind = 'decision' | 'figure' | 'meeting' | 'contact';

/** To one side: what the other stated for it to confirm, or answered to what it stated. */
export interface JointFactNewsData {
  readonly event: JointFactEvent;
  readonly kind: JointKind;
  readonly partner: string;
  readonly workspace: string;
  readonly statement: string;
  readonly day: LocalDate;
  readonly words: string | null;
  readonly place: string;
}

export const jointFactNews: Template<JointFactNewsData> = {
  en: (data) => messageOf(data, 'en'),
  fr: (data) => messageOf(data, 'fr'),
};

const subjects: Readonly<Record<JointFactEvent, Bilingual>> = {
  proposed: { en: 'To confirm or contest', fr: 'À confirmer ou à contester' },
  confirmed: { en: 'Confirmed: a joint fact', fr: 'Confirmé : un fait commun' },
  contested: { en: 'Contested', fr: 'Contesté' },
  withdrawn: { en: 'Withdrawn', fr: 'Retiré' },
};

const opening: Readonly<Record<JointFactEvent, Bilingual>> = {
  proposed: {
    en: 'The other side states this. It becomes a joint fact once you confirm it; contest it if it is not so.',
    fr: 'L’autre partie déclare ceci. C’est un fait commun dès que vous le confirmez ; contestez-le s’il n’en est rien.',
  },
  confirmed: {
    en: 'The other side confirms what you stated: both hold to it.',
    fr: 'L’autre partie confirme ce que vous avez déclaré : les deux s’y tiennent.',
  },
  contested: {
    en: 'The other side contests what you stated. The reason is below.',
    fr: 'L’autre partie conteste ce que vous avez déclaré. Le motif est indiqué ci-dessous.',
  },
  withdrawn: {
    en: 'The other side withdraws what it had stated: there is nothing left to confirm.',
    fr: 'L’autre partie retire ce qu’elle avait déclaré : il n’y a plus rien à confirmer.',
  },
};

const kinds: Readonly<Record<JointKind, Bilingual>> = {
  decision: { en: 'Decision', fr: 'Décision' },
  figure: { en: 'Agreed figure', fr: 'Chiffre convenu' },
  meeting: { en: 'Meeting', fr: 'Réunion' },
  contact: { en: 'Change of contact', fr: 'Changement de contact' },
};

const labels = {
  en: { what: 'What', day: 'Day', between: 'Between', see: 'See the partnership' },
  fr: { what: 'Quoi', day: 'Jour', between: 'Entre', see: 'Voir le partenariat' },
} as const;

function messageOf(data: JointFactNewsData, language: Language): Message {
  const { event, kind, statement, day, words, partner, workspace, place } = data;
  const say = labels[language];
  const first = opening[event][language];
  return {
    subject: `${kinds[kind][language]} · ${subjects[event][language]}`,
    preview: statement,
    blocks: [
      text(first),
      text(statement),
      ...(words === null ? [] : [text(words)]),
      rows([say.what, kinds[kind][language]], [say.day, formatDate(day, language)], [say.between, `${workspace} · ${partner}`]),
      button(say.see, place),
    ],
  };
}
