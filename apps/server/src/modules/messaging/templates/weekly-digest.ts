import { button, rows, text, type Template } from '../message.ts';

export interface DigestData {
  readonly partner: string;
  readonly from: string;
  readonly to: string;
  readonly commissions: number;
  /** Formatted, one for each currency. */
  readonly earned: readonly string[];
  readonly takenBack: readonly string[];
  readonly portal: string;
}

export const weeklyDigest: Template<DigestData> = {
  en: ({ partner, from, to, commissions, earned, takenBack, portal }) => ({
    subject: `Your week: ${earned.join(', ')}`,
    preview: `What ${partner} earned from ${from} to ${to}.`,
    blocks: [
      text(`What ${partner} earned from ${from} to ${to}:`),
      rows(
        ['Commissions', String(commissions)],
        ...earned.map((amount) => ['Earned', amount] as const),
        ...takenBack.map((amount) => ['Taken back by refunds', amount] as const),
      ),
      button('See the details', portal),
    ],
  }),
  fr: ({ partner, from, to, commissions, earned, takenBack, portal }) => ({
    subject: `Votre semaine : ${earned.join(', ')}`,
    preview: `Ce que ${partner} a acquis du ${from} au ${to}.`,
    blocks: [
      text(`Ce que ${partner} a acquis du ${from} au ${to} :`),
      rows(
        ['Commissions', String(commissions)],
        ...earned.map((amount) => ['Acquis', amount] as const),
        ...takenBack.map((amount) => ['Repris par des remboursements', amount] as const),
      ),
      button('Voir le détail', portal),
    ],
  }),
};
