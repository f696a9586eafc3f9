import type { Bilingual, Language } from '@cordee/contract/language';
import { formatDate, type LocalDate } from '@cordee/core/time';
import { button, note, rows, text, type Message, type Template } from '../message.ts';

export type QualificationNews = 'opened' | 'sealed' | 'revealed' | 'reminded' | 'withdrawn' | 'expired' | 'decided' | 'ending';

/** To either side: what happened to a questionnaire both answer alone. */
export interface QualificationNewsData {
  readonly event: QualificationNews;
  /** The other one, as the reader knows it. */
  readonly other: string;
  readonly name: Bilingual;
  readonly lastDay: LocalDate | null;
  readonly decision: 'accepted' | 'refused' | 'more_questions' | null;
  /** The reason that was given, or the title of what ends. */
  readonly words: string | null;
  readonly place: string;
}

export const qualificationNews: Template<QualificationNewsData> = {
  en: (data) => messageOf(data, 'en'),
  fr: (data) => messageOf(data, 'fr'),
};

const decided: Readonly<Record<NonNullable<QualificationNewsData['decision']>, (other: string) => Bilingual>> = {
  accepted: (other) => ({ en: `${other} goes on with you`, fr: `${other} poursuit avec vous` }),
  refused: (other) => ({ en: `${other} does not go on`, fr: `${other} ne poursuit pas` }),
  more_questions: (other) => ({ en: `${other} has more questions`, fr: `${other} a d’autres questions` }),
};

const subjects: Readonly<Record<Exclude<QualificationNews, 'decided'>, (other: string) => Bilingual>> = {
  opened: (other) => ({ en: `Questions before working with ${other}`, fr: `Des questions avant de travailler avec ${other}` }),
  sealed: (other) => ({ en: `${other} has answered: your turn`, fr: `${other} a répondu\u00a0: à vous` }),
  revealed: (other) => ({ en: `Your answers and those of ${other}`, fr: `Vos réponses et celles de ${other}` }),
  reminded: (other) => ({ en: `A few days left to answer (${other})`, fr: `Plus que quelques jours pour répondre (${other})` }),
  withdrawn: (other) => ({ en: `Questions withdrawn (${other})`, fr: `Questions retirées (${other})` }),
  expired: (other) => ({ en: `The time to answer is over (${other})`, fr: `Le temps de répondre est écoulé (${other})` }),
  ending: (other) => ({ en: `A piece of evidence ends soon (${other})`, fr: `Un justificatif expire bientôt (${other})` }),
};

const openings: Readonly<Record<QualificationNews, (other: string) => Bilingual>> = {
  opened: (other) => ({
    en: `You and ${other} answer the same questions, each alone. Nobody reads your answers before both have sealed theirs; then both are shown at once.`,
    fr: `Vous et ${other} répondez aux mêmes questions, chacun de son côté. Personne ne lit vos réponses avant que les deux aient scellé les leurs\u00a0; tout est alors montré en même temps.`,
  }),
  sealed: (other) => ({
    en: `${other} has sealed its answers. Once you have sealed yours, both are revealed.`,
    fr: `${other} a scellé ses réponses. Dès que vous aurez scellé les vôtres, tout sera révélé.`,
  }),
  revealed: (other) => ({
    en: `Both have answered: see where you and ${other} agree, where you differ, and what to talk about.`,
    fr: `Les deux ont répondu\u00a0: voyez où vous et ${other} êtes d’accord, où vous différez, et de quoi parler.`,
  }),
  reminded: () => ({ en: 'Your answers are not sealed yet.', fr: 'Vos réponses ne sont pas encore scellées.' }),
  withdrawn: (other) => ({
    en: `The questions between you and ${other} were withdrawn. What was answered is erased, unread.`,
    fr: `Les questions entre vous et ${other} ont été retirées. Ce qui avait été répondu est effacé sans avoir été lu.`,
  }),
  expired: () => ({
    en: 'Both sides had not answered in time. What was answered is erased, unread; the company may ask again.',
    fr: 'Les deux parties n’avaient pas répondu à temps. Ce qui avait été répondu est effacé sans avoir été lu\u00a0; l’entreprise peut interroger de nouveau.',
  }),
  decided: (other) => ({ en: `${other} gives this reason:`, fr: `${other} donne ce motif\u00a0:` }),
  ending: () => ({ en: 'Add the new one before the day below.', fr: 'Ajoutez le nouveau avant le jour indiqué ci-dessous.' }),
};

const labels = {
  questionnaire: { en: 'Questionnaire', fr: 'Questionnaire' },
  lastDay: { en: 'To be answered by', fr: 'Réponse au plus tard le' },
  ends: { en: 'Ends on', fr: 'Expire le' },
  see: { en: 'Open', fr: 'Ouvrir' },
  alone: {
    en: 'A draft is kept as you go: you need not finish at once.',
    fr: 'Le brouillon est gardé au fur et à mesure\u00a0: rien n’oblige à finir d’une traite.',
  },
} as const satisfies Record<string, Bilingual>;

function messageOf(data: QualificationNewsData, language: Language): Message {
  const { event, other, name, lastDay, decision, words, place } = data;
  const subject = event === 'decided' ? decided[decision ?? 'more_questions'](other) : subjects[event](other);
  const first = openings[event](other)[language];
  const lines: (readonly [string, string])[] = [[labels.questionnaire[language], name[language]]];
  if (lastDay !== null) lines.push([labels[event === 'ending' ? 'ends' : 'lastDay'][language], formatDate(lastDay, language)]);
  return {
    subject: subject[language],
    preview: words ?? first,
    blocks: [
      text(first),
      ...(words === null ? [] : [text(words)]),
      rows(...lines),
      button(labels.see[language], place),
      ...(event === 'opened' ? [note(labels.alone[language])] : []),
    ],
  };
}
