import { formatDate, type LocalDate } from '@cordee/core/time';
import { button, note, text, type Template } from '../message.ts';

export interface SignatureAskedData {
  readonly workspace: string;
  readonly person: string;
  readonly purpose: string;
  /** What the sender says. */
  readonly message: string | null;
  readonly link: string;
  readonly again: boolean;
  /** The last day. */
  readonly end: LocalDate;
}

export const signatureAsked: Template<SignatureAskedData> = {
  en: ({ workspace, person, purpose, message, link, again, end }) => ({
    subject: `${again ? 'Reminder: to sign' : 'To sign'}: ${purpose}`,
    preview: `${workspace} asks for your signature.`,
    blocks: [
      text(`Hello ${person},`),
      text(`${workspace} asks you to read and sign: ${purpose}. It can be signed until ${formatDate(end, 'en')}.`),
      ...(message === null ? [] : [text(message)]),
      button('Read and sign', link),
      note(
        'This link is yours alone: do not pass it on. On the page you can also refuse, or entrust the signature to somebody else.',
      ),
    ],
  }),
  fr: ({ workspace, person, purpose, message, link, again, end }) => ({
    subject: `${again ? 'Rappel, à signer' : 'À signer'}\u00a0: ${purpose}`,
    preview: `${workspace} vous demande votre signature.`,
    blocks: [
      text(`Bonjour ${person},`),
      text(
        `${workspace} vous demande de lire et de signer\u00a0: ${purpose}. La signature est possible jusqu’au ${formatDate(end, 'fr')}.`,
      ),
      ...(message === null ? [] : [text(message)]),
      button('Lire et signer', link),
      note(
        'Ce lien est personnel\u00a0: ne le transmettez pas. Sur la page, vous pouvez aussi refuser ou confier la signature à quelqu’un d’autre.',
      ),
    ],
  }),
};
