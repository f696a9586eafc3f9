import type { Bilingual, Language } from '@cordee/contract/language';
import { note, text, type Message, type Template } from '../message.ts';

/** `invited` and `with_account` are accepted too: the link of an invitation follows, or the account they have opens the space. */
export type ApplicationOutcomeTold = 'accepted' | 'invited' | 'with_account' | 'refused' | 'asked';

/** To who applied: what the company answers, and why. */
export interface ApplicationAnsweredData {
  readonly workspace: string;
  readonly person: string;
  readonly company: string;
  readonly program: string;
  readonly outcome: ApplicationOutcomeTold;
  readonly reason: string;
}

export const applicationAnswered: Template<ApplicationAnsweredData> = {
  en: (data) => messageOf(data, 'en'),
  fr: (data) => messageOf(data, 'fr'),
};

type Kind = 'accepted' | 'refused' | 'asked';

const kinds: Readonly<Record<ApplicationOutcomeTold, Kind>> = {
  accepted: 'accepted',
  invited: 'accepted',
  with_account: 'accepted',
  refused: 'refused',
  asked: 'asked',
};

const subjects: Readonly<Record<Kind, (program: string) => Bilingual>> = {
  accepted: (program) => ({ en: `Welcome to ${program}`, fr: `Bienvenue dans ${program}` }),
  refused: (program) => ({ en: `Your application to ${program}`, fr: `Votre candidature à ${program}` }),
  asked: (program) => ({
    en: `A question about your application to ${program}`,
    fr: `Une question sur votre candidature à ${program}`,
  }),
};

const openings: Readonly<Record<Kind, (workspace: string, company: string) => Bilingual>> = {
  accepted: (workspace, company) => ({
    en: `${workspace} accepts the application of ${company}. The reason:`,
    fr: `${workspace} accepte la candidature de ${company}. Le motif\u00a0:`,
  }),
  refused: (workspace, company) => ({
    en: `${workspace} does not accept the application of ${company} this time. The reason:`,
    fr: `${workspace} ne retient pas la candidature de ${company} cette fois-ci. Le motif\u00a0:`,
  }),
  asked: (workspace, company) => ({
    en: `Before it answers the application of ${company}, ${workspace} would like to know more:`,
    fr: `Avant de répondre à la candidature de ${company}, ${workspace} souhaite en savoir plus\u00a0:`,
  }),
};

const next: Readonly<Record<ApplicationOutcomeTold, Bilingual>> = {
  accepted: { en: 'The company will write to you about what comes next.', fr: 'L’entreprise vous écrira pour la suite.' },
  invited: {
    en: 'An invitation to your space follows in a mail of its own.',
    fr: 'Une invitation à votre espace suit dans un courriel distinct.',
  },
  with_account: {
    en: 'Your space is open: sign in with this address, as you do already.',
    fr: 'Votre espace est ouvert\u00a0: connectez-vous avec cette adresse, comme vous le faites déjà.',
  },
  refused: {
    en: 'You may apply again when something has changed.',
    fr: 'Vous pourrez candidater de nouveau si quelque chose change.',
  },
  asked: { en: 'Answer to this mail, or write to the company.', fr: 'Répondez à ce courriel, ou écrivez à l’entreprise.' },
};

function messageOf(data: ApplicationAnsweredData, language: Language): Message {
  const { outcome, program, workspace, company, person, reason } = data;
  return {
    subject: subjects[kinds[outcome]](program)[language],
    preview: reason,
    blocks: [
      text(language === 'fr' ? `Bonjour ${person},` : `Hello ${person},`),
      text(openings[kinds[outcome]](workspace, company)[language]),
      text(reason),
      note(next[outcome][language]),
    ],
  };
}
