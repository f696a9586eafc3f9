import type { Bilingual, Language } from '@cordee/contract/language';
import { button, note, rows, text, type Message, type Template } from '../message.ts';
import { claimRows, orderText, type ClaimTold } from './claim-words.ts';

export type ClaimNews =
  | 'opened'
  | 'asked'
  | 'said'
  | 'accepted'
  | 'partly_accepted'
  | 'refused'
  | 'withdrawn'
  | 'accepted_automatically'
  | 'settled';

/** To the partner: what the company wrote or decided about its claim. */
export interface ClaimNewsData extends ClaimTold {
  readonly event: ClaimNews;
}

export const claimNews: Template<ClaimNewsData> = {
  en: (data) => messageOf(data, 'en'),
  fr: (data) => messageOf(data, 'fr'),
};

const subjects: Readonly<Record<ClaimNews, Bilingual>> = {
  opened: { en: 'A claim was opened for you', fr: 'Une réclamation a été ouverte pour vous' },
  asked: { en: 'A question about your claim', fr: 'Une question sur votre réclamation' },
  said: { en: 'News of your claim', fr: 'Du nouveau sur votre réclamation' },
  accepted: { en: 'Your claim is accepted', fr: 'Votre réclamation est acceptée' },
  partly_accepted: { en: 'Your claim is accepted in part', fr: 'Votre réclamation est acceptée en partie' },
  refused: { en: 'Your claim is refused', fr: 'Votre réclamation est refusée' },
  withdrawn: { en: 'Your claim was withdrawn', fr: 'Votre réclamation a été retirée' },
  accepted_automatically: { en: 'Your claim is accepted', fr: 'Votre réclamation est acceptée' },
  settled: { en: 'Your claim is settled', fr: 'Votre réclamation est réglée' },
};

const opening: Readonly<Record<ClaimNews, (workspace: string, partner: string) => Bilingual>> = {
  opened: (workspace, partner) => ({
    en: `${workspace} opened this claim for ${partner}. You read all that is written in it.`,
    fr: `${workspace} a ouvert cette réclamation pour ${partner}. Vous lisez tout ce qui s’y écrit.`,
  }),
  asked: (workspace) => ({
    en: `${workspace} needs something from you. The days to answer stand still until you reply.`,
    fr: `${workspace} a besoin d’une précision. Le délai est arrêté jusqu’à votre réponse.`,
  }),
  said: (workspace) => ({ en: `${workspace} wrote in your claim.`, fr: `${workspace} a écrit dans votre réclamation.` }),
  accepted: (workspace, partner) => ({
    en: `${workspace} accepted this claim of ${partner}. The reason is below.`,
    fr: `${workspace} a accepté cette réclamation de ${partner}. Le motif est indiqué ci-dessous.`,
  }),
  partly_accepted: (workspace, partner) => ({
    en: `${workspace} accepted a part of this claim of ${partner}. The reason is below.`,
    fr: `${workspace} a accepté une partie de cette réclamation de ${partner}. Le motif est indiqué ci-dessous.`,
  }),
  refused: (workspace, partner) => ({
    en: `${workspace} refused this claim of ${partner}. The reason is below.`,
    fr: `${workspace} a refusé cette réclamation de ${partner}. Le motif est indiqué ci-dessous.`,
  }),
  withdrawn: (workspace) => ({
    en: `${workspace} withdrew the claim it had opened for you.`,
    fr: `${workspace} a retiré la réclamation ouverte pour vous.`,
  }),
  accepted_automatically: (workspace) => ({
    en: `${workspace} did not answer in time: by its terms your claim is accepted.`,
    fr: `${workspace} n’a pas répondu à temps : selon ses conditions, votre réclamation est acceptée.`,
  }),
  settled: (workspace) => ({
    en: `${workspace} recorded what your claim was accepted for.`,
    fr: `${workspace} a enregistré ce pour quoi votre réclamation a été acceptée.`,
  }),
};

const see: Bilingual = { en: 'See the claim', fr: 'Voir la réclamation' };
const kept: Bilingual = {
  en: 'Answer in the portal: mails that come back are not read.',
  fr: 'Répondez dans le portail : les réponses à ce message ne sont pas lues.',
};

function messageOf(data: ClaimNewsData, language: Language): Message {
  const { event, workspace, partner, words, place } = data;
  const first = opening[event](workspace, partner)[language];
  return {
    subject: `${subjects[event][language]}${orderText(data)}`,
    preview: words ?? first,
    blocks: [
      text(first),
      ...(words === null ? [] : [text(words)]),
      rows(...claimRows(data, language)),
      button(see[language], place),
      ...(event === 'asked' ? [note(kept[language])] : []),
    ],
  };
}
