import { button, rows, text, type Template } from '../message.ts';

export interface ImportRejectsData {
  readonly fileName: string;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly isComplete: boolean;
  readonly console: string;
}

export const importRejects: Template<ImportRejectsData> = {
  en: ({ fileName, accepted, duplicates, rejected, isComplete, console }) => ({
    subject: isComplete ? `${rejected} rows of ${fileName} were set aside` : `The import of ${fileName} stopped`,
    preview: `${accepted} accepted, ${rejected} set aside.`,
    blocks: [
      text(
        isComplete
          ? `The import of ${fileName} is done. Some rows did not fit; each is kept with its line, its column and the reason.`
          : `The import of ${fileName} stopped before its end. What was read before is kept.`,
      ),
      rows(['Accepted', String(accepted)], ['Known already', String(duplicates)], ['Set aside', String(rejected)]),
      button('Look at the rows', console),
    ],
  }),
  fr: ({ fileName, accepted, duplicates, rejected, isComplete, console }) => ({
    subject: isComplete ? `${rejected} lignes de ${fileName} mises de côté` : `L'import de ${fileName} s'est arrêté`,
    preview: `${accepted} acceptées, ${rejected} mises de côté.`,
    blocks: [
      text(
        isComplete
          ? `L'import de ${fileName} est terminé. Des lignes ne convenaient pas ; chacune est gardée avec son numéro, sa colonne et la raison.`
          : `L'import de ${fileName} s'est arrêté avant la fin. Ce qui a été lu auparavant est gardé.`,
      ),
      rows(['Acceptées', String(accepted)], ['Déjà connues', String(duplicates)], ['Mises de côté', String(rejected)]),
      button('Voir les lignes', console),
    ],
  }),
};
