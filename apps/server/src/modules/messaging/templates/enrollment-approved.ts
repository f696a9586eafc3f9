import { button, text, type Template } from '../message.ts';

export interface ApprovedData {
  readonly workspace: string;
  readonly partner: string;
  readonly program: string;
  readonly portal: string;
}

export const enrollmentApproved: Template<ApprovedData> = {
  en: ({ workspace, partner, program, portal }) => ({
    subject: `Welcome to ${program}`,
    preview: `${workspace} accepted ${partner}.`,
    blocks: [
      text(`${workspace} accepted ${partner} in the program ${program}. What you bring counts from now on.`),
      button('See my links and terms', portal),
    ],
  }),
  fr: ({ workspace, partner, program, portal }) => ({
    subject: `Bienvenue dans ${program}`,
    preview: `${workspace} a accepté ${partner}.`,
    blocks: [
      text(`${workspace} a accepté ${partner} dans le programme ${program}. Ce que vous apportez compte dès maintenant.`),
      button('Voir mes liens et mes conditions', portal),
    ],
  }),
};
