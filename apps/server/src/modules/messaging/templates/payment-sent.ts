import { button, note, rows, text, type Template } from '../message.ts';

export interface PaymentSentData {
  readonly workspace: string;
  readonly partner: string;
  /** Formatted. */
  readonly amount: string;
  /** `2 December 2026`, in the language of the mail. */
  readonly date: string;
  /** Country and last digits; null when it is not known any more. */
  readonly account: string | null;
  readonly reference: string | null;
  readonly portal: string;
}

export const paymentSent: Template<PaymentSentData> = {
  en: ({ workspace, partner, amount, date, account, reference, portal }) => ({
    subject: `Payment of ${amount} on ${date}`,
    preview: `${workspace} gave it to its bank.`,
    blocks: [
      text(`${workspace} has given its bank the payment of what is payable to ${partner}.`),
      rows(
        ...known([
          ['Amount', amount],
          ['Day of the transfer', date],
          ['Account', account],
          ['On your bank statement', reference],
        ]),
      ),
      button('See your statement', portal),
      note('Banks take a day or two. Is the account not yours any more? Write to the company at once.'),
    ],
  }),
  fr: ({ workspace, partner, amount, date, account, reference, portal }) => ({
    subject: `Paiement de ${amount} le ${date}`,
    preview: `${workspace} l’a remis à sa banque.`,
    blocks: [
      text(`${workspace} a remis à sa banque le paiement de ce qui est exigible par ${partner}.`),
      rows(
        ...known([
          ['Montant', amount],
          ['Jour du virement', date],
          ['Compte', account],
          ['Sur votre relevé bancaire', reference],
        ]),
      ),
      button('Voir votre relevé', portal),
      note('Les banques prennent un jour ou deux. Ce compte n’est plus le vôtre ? Écrivez tout de suite à l’entreprise.'),
    ],
  }),
};

function known(lines: readonly (readonly [string, string | null])[]): (readonly [string, string])[] {
  return lines.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]));
}
