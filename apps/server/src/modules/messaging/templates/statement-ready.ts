import { button, note, rows, text, type Template } from '../message.ts';

export interface StatementReadyData {
  readonly workspace: string;
  readonly partner: string;
  /** `October 2026`, in the language of the mail. */
  readonly month: string;
  /** `2026-10-0007` */
  readonly number: string;
  /** Formatted: payable when the month was closed. */
  readonly payable: string;
  /** Formatted: paid in the month. */
  readonly paid: string;
  readonly portal: string;
}

export const statementReady: Template<StatementReadyData> = {
  en: ({ workspace, partner, month, number, payable, paid, portal }) => ({
    subject: `Your statement of ${month}`,
    preview: `${workspace} has closed the month.`,
    blocks: [
      text(
        `${workspace} has closed ${month}. The statement of ${partner} (no. ${number}) is there, and will not change any more.`,
      ),
      rows(['Payable at the end', payable], ['Paid in the month', paid]),
      button('See the statement', portal),
      note('What is learned of that month later stands in the next one, and says so.'),
    ],
  }),
  fr: ({ workspace, partner, month, number, payable, paid, portal }) => ({
    subject: `Votre relevé de ${month}`,
    preview: `${workspace} a clôturé le mois.`,
    blocks: [
      text(`${workspace} a clôturé ${month}. Le relevé de ${partner} (n° ${number}) est là, et ne changera plus.`),
      rows(['Exigible à la fin', payable], ['Payé dans le mois', paid]),
      button('Voir le relevé', portal),
      note('Ce qui est appris plus tard de ce mois figure dans le suivant, qui le dit.'),
    ],
  }),
};
