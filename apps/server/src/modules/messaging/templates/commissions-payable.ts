import { button, note, rows, text, type Template } from '../message.ts';

export interface PayableData {
  readonly partner: string;
  /** `23 January 2026`, in the language of the mail. */
  readonly date: string;
  /** Formatted, one for each currency. */
  readonly amounts: readonly string[];
  readonly portal: string;
}

export const commissionsPayable: Template<PayableData> = {
  en: ({ partner, date, amounts, portal }) => ({
    subject: `Payable on ${date}: ${amounts.join(', ')}`,
    preview: `The hold of commissions of ${partner} ends.`,
    blocks: [
      text(`The hold of commissions of ${partner} ends on ${date}. They then become payable.`),
      rows(...amounts.map((amount) => ['Becomes payable', amount] as const)),
      button('See each commission', portal),
      note('A refund or a dispute until then may still change the amount.'),
    ],
  }),
  fr: ({ partner, date, amounts, portal }) => ({
    subject: `Exigible le ${date} : ${amounts.join(', ')}`,
    preview: `Le délai de carence de commissions de ${partner} s'achève.`,
    blocks: [
      text(`Le délai de carence de commissions de ${partner} s'achève le ${date}. Elles deviennent alors exigibles.`),
      rows(...amounts.map((amount) => ['Devient exigible', amount] as const)),
      button('Voir chaque commission', portal),
      note("Un remboursement ou un litige d'ici là peut encore changer le montant."),
    ],
  }),
};
