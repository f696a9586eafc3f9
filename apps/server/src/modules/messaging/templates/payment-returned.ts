import { button, rows, text, type Template } from '../message.ts';

export interface PaymentReturnedData {
  readonly workspace: string;
  readonly partner: string;
  /** Formatted. */
  readonly amount: string;
  readonly account: string | null;
  /** The bank's code, or the company's words. */
  readonly reason: string | null;
  readonly portal: string;
}

export const paymentReturned: Template<PaymentReturnedData> = {
  en: ({ workspace, partner, amount, account, reason, portal }) => ({
    subject: `A payment of ${amount} came back`,
    preview: 'It is payable again. Look at the account you are paid on.',
    blocks: [
      text(
        `The bank did not carry out the payment of ${workspace} to ${partner}. The amount is payable again, and goes out with the next payment.`,
      ),
      rows(
        ['Amount', amount],
        ...(account === null ? [] : [['Account', account] as const]),
        ...(reason === null ? [] : [['Reason', reason] as const]),
      ),
      button('Look at your account', portal),
    ],
  }),
  fr: ({ workspace, partner, amount, account, reason, portal }) => ({
    subject: `Un paiement de ${amount} est revenu`,
    preview: 'Il redevient exigible. Vérifiez le compte sur lequel vous êtes payé.',
    blocks: [
      text(
        `La banque n’a pas exécuté le paiement de ${workspace} à ${partner}. Le montant redevient exigible, et partira avec le prochain paiement.`,
      ),
      rows(
        ['Montant', amount],
        ...(account === null ? [] : [['Compte', account] as const]),
        ...(reason === null ? [] : [['Motif', reason] as const]),
      ),
      button('Vérifier votre compte', portal),
    ],
  }),
};
