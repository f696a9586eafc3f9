import { button, text, type Template } from '../message.ts';

export interface SignatureOverData {
  readonly person: string;
  readonly purpose: string;
  readonly state: 'completed' | 'refused' | 'expired' | 'cancelled';
  readonly link: string;
}

const ends = {
  en: {
    completed: 'everybody has signed. Keep the documents: they are complete as they are.',
    refused: 'somebody has refused to sign. Nothing more is to be done.',
    expired: 'the time to sign is over.',
    cancelled: 'the request was taken back. Nothing more is to be done.',
  },
  fr: {
    completed: 'tous ont signé. Conservez les documents\u00a0: ils sont complets tels quels.',
    refused: 'une personne a refusé de signer. Il n’y a plus rien à faire.',
    expired: 'le délai de signature est passé.',
    cancelled: 'la demande a été annulée. Il n’y a plus rien à faire.',
  },
} as const;

const subjects = {
  en: { completed: 'Signed by all', refused: 'Not signed', expired: 'Not signed in time', cancelled: 'Taken back' },
  fr: { completed: 'Signé par tous', refused: 'Non signé', expired: 'Non signé à temps', cancelled: 'Demande annulée' },
} as const;

export const signatureOver: Template<SignatureOverData> = {
  en: ({ person, purpose, state, link }) => ({
    subject: `${subjects.en[state]}: ${purpose}`,
    preview: purpose,
    blocks: [text(`Hello ${person},`), text(`“${purpose}”: ${ends.en[state]}`), button('See the documents', link)],
  }),
  fr: ({ person, purpose, state, link }) => ({
    subject: `${subjects.fr[state]}\u00a0: ${purpose}`,
    preview: purpose,
    blocks: [
      text(`Bonjour ${person},`),
      text(`«\u00a0${purpose}\u00a0»\u00a0: ${ends.fr[state]}`),
      button('Voir les documents', link),
    ],
  }),
};
