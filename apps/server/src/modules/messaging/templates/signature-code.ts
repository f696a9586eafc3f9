import { note, text, type Template } from '../message.ts';

export interface SignatureCodeData {
  readonly person: string;
  readonly purpose: string;
  readonly code: string;
  readonly minutes: number;
}

export const signatureCode: Template<SignatureCodeData> = {
  en: ({ person, purpose, code, minutes }) => ({
    subject: 'Your code to sign',
    preview: `It holds for ${minutes} minutes.`,
    blocks: [
      text(`Hello ${person},`),
      text(`Your code to sign “${purpose}”: ${code}`),
      note(
        `It holds for ${minutes} minutes, on the page you asked for it. If you did not ask for it, tell nobody and ignore this message.`,
      ),
    ],
  }),
  fr: ({ person, purpose, code, minutes }) => ({
    subject: 'Votre code de signature',
    preview: `Il est valable ${minutes} minutes.`,
    blocks: [
      text(`Bonjour ${person},`),
      text(`Votre code pour signer «\u00a0${purpose}\u00a0»\u00a0: ${code}`),
      note(
        `Il est valable ${minutes} minutes, sur la page où vous l’avez demandé. Si vous ne l’avez pas demandé, ne le communiquez à personne et ignorez ce message.`,
      ),
    ],
  }),
};
