import type { Bilingual, Language } from '@cordee/contract/language';
import { button, note, rows, text, type Message, type Template } from '../message.ts';
import { claimRows, orderText, type ClaimTold } from './claim-words.ts';

export type ClaimPress = 'opened' | 'replied' | 'said' | 'reminded' | 'overdue' | 'accepted_automatically' | 'withdrawn';

/** To the company: a claim waits for it, or its days run out. */
export interface ClaimToAnswerData extends ClaimTold {
  readonly event: ClaimPress;
  /** Silence accepts. */
  readonly isAutomatic: boolean;
  /** Accepted by silence, and nothing could be recorded: what is missing, in both languages. */
  readonly isUnsettled: boolean;
}

export const claimToAnswer: Template<ClaimToAnswerData> = {
  en: (data) => messageOf(data, 'en'),
  fr: (data) => messageOf(data, 'fr'),
};

const subjects: Readonly<Record<ClaimPress, (partner: string) => Bilingual>> = {
  opened: (partner) => ({ en: `${partner} opened a claim`, fr: `${partner} a ouvert une réclamation` }),
  replied: (partner) => ({ en: `${partner} replied to a question`, fr: `${partner} a répondu à une question` }),
  said: (partner) => ({ en: `${partner} added to a claim`, fr: `${partner} a complété une réclamation` }),
  reminded: (partner) => ({
    en: `To be answered soon: ${partner}`,
    fr: `Réponse attendue bientôt\u00a0: ${partner}`,
  }),
  overdue: (partner) => ({ en: `Claim overdue: ${partner}`, fr: `Réponse en retard\u00a0: ${partner}` }),
  accepted_automatically: (partner) => ({
    en: `Accepted by silence: ${partner}`,
    fr: `Acceptée par silence\u00a0: ${partner}`,
  }),
  withdrawn: (partner) => ({ en: `${partner} withdrew a claim`, fr: `${partner} a retiré une réclamation` }),
};

const opening: Readonly<Record<ClaimPress, (partner: string) => Bilingual>> = {
  opened: (partner) => ({
    en: `${partner} contests something and waits for your answer.`,
    fr: `${partner} conteste quelque chose et attend votre réponse.`,
  }),
  replied: (partner) => ({
    en: `${partner} replied. The days to answer run again.`,
    fr: `${partner} a répondu. Le délai court de nouveau.`,
  }),
  said: (partner) => ({ en: `${partner} wrote in this claim.`, fr: `${partner} a écrit dans cette réclamation.` }),
  reminded: () => ({ en: 'The days to answer are nearly over.', fr: 'Le délai de réponse est presque écoulé.' }),
  overdue: () => ({
    en: 'The days to answer are over. The partner sees that too.',
    fr: 'Le délai de réponse est écoulé. Le partenaire le voit aussi.',
  }),
  accepted_automatically: () => ({
    en: 'The days to answer passed without an answer, and silence accepts.',
    fr: 'Le délai est passé sans réponse, et le silence vaut acceptation.',
  }),
  withdrawn: (partner) => ({
    en: `${partner} withdrew this claim: nothing more is to be done.`,
    fr: `${partner} a retiré cette réclamation : il n’y a plus rien à faire.`,
  }),
};

const labels = {
  see: { en: 'See the claim', fr: 'Voir la réclamation' },
  silence: {
    en: 'Without an answer by that day it is accepted.',
    fr: 'Sans réponse à cette date, elle est acceptée.',
  },
  unsettled: {
    en: 'Nothing could be recorded at once: open the claim and say what is missing.',
    fr: 'Rien n’a pu être enregistré aussitôt : ouvrez la réclamation et indiquez ce qui manque.',
  },
} as const satisfies Record<string, Bilingual>;

function messageOf(data: ClaimToAnswerData, language: Language): Message {
  const { event, partner, words, place, isAutomatic, isUnsettled, lastDay } = data;
  const first = opening[event](partner)[language];
  return {
    subject: `${subjects[event](partner)[language]}${orderText(data)}`,
    preview: words ?? first,
    blocks: [
      text(first),
      ...(words === null ? [] : [text(words)]),
      rows(...claimRows(data, language)),
      button(labels.see[language], place),
      ...(isAutomatic && lastDay !== null ? [note(labels.silence[language])] : []),
      ...(isUnsettled ? [note(labels.unsettled[language])] : []),
    ],
  };
}
