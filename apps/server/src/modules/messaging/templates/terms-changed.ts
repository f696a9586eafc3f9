import { button, note, text, type Template } from '../message.ts';

export interface TermsChangedData {
  readonly workspace: string;
  readonly partner: string;
  readonly plan: string;
  readonly version: number;
  /** When it takes effect, in the language of the mail. */
  readonly date: string;
  /** The clauses of the new version, in the language of the mail. */
  readonly clauses: readonly string[];
  readonly portal: string;
}

export const termsChanged: Template<TermsChangedData> = {
  en: ({ workspace, partner, plan, version, date, clauses, portal }) => ({
    subject: `Your terms change on ${date}`,
    preview: `${workspace} announces version ${version} of ${plan}.`,
    blocks: [
      text(`${workspace} announces version ${version} of the plan “${plan}” for ${partner}. It takes effect on ${date}.`),
      ...clauses.map(text),
      button('Compare with the present terms', portal),
      note('What was earned before that date keeps its terms.'),
    ],
  }),
  fr: ({ workspace, partner, plan, version, date, clauses, portal }) => ({
    subject: `Vos conditions changent le ${date}`,
    preview: `${workspace} annonce la version ${version} de ${plan}.`,
    blocks: [
      text(`${workspace} annonce la version ${version} du barème « ${plan} » pour ${partner}. Elle prend effet le ${date}.`),
      ...clauses.map(text),
      button('Comparer avec les conditions actuelles', portal),
      note('Ce qui a été acquis avant cette date garde ses conditions.'),
    ],
  }),
};
