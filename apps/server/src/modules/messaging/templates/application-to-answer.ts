import { button, text, type Template } from '../message.ts';

/** To the company: somebody applied and proved the address. */
export interface ApplicationToAnswerData {
  readonly company: string;
  readonly program: string;
  readonly place: string;
}

export const applicationToAnswer: Template<ApplicationToAnswerData> = {
  en: ({ company, program, place }) => ({
    subject: `${company} applies to ${program}`,
    preview: 'The address is confirmed: the application waits for your answer.',
    blocks: [
      text(`${company} applies to the program ${program}, and has confirmed its address.`),
      button('Read the application', place),
    ],
  }),
  fr: ({ company, program, place }) => ({
    subject: `${company} candidate à ${program}`,
    preview: 'L’adresse est confirmée\u00a0: la candidature attend votre réponse.',
    blocks: [
      text(`${company} candidate au programme ${program}, et a confirmé son adresse.`),
      button('Lire la candidature', place),
    ],
  }),
};
