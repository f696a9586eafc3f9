import type { Bilingual } from '@cordee/contract/language';
import type { BookFault } from '@cordee/core/accounting';

/** Why books could not be written, and what to do about it. */
export function faultWords(fault: BookFault): Bilingual {
  switch (fault.code) {
    case 'rate_missing':
      return {
        en: `The rate of ${fault.currency} for ${fault.day} is not known. Load a file of the European Central Bank under Payments › Currencies, then write the file again.`,
        fr: `Le cours ${fault.currency} du ${fault.day} n’est pas connu. Chargez un fichier de la Banque centrale européenne sous Paiements › Devises, puis refaites le fichier.`,
      };
    case 'account_missing':
      return {
        en: `The chart has no account for “${fault.kind}”. Add one under Books › Accounts.`,
        fr: `Le plan de comptes n’a pas de compte pour « ${fault.kind} ». Ajoutez-en un sous Comptabilité › Comptes.`,
      };
    case 'unknown_transaction':
      return {
        en: `Transactions of the kind “${fault.kind}” have no journal: this version cannot book them, and leaves nothing out.`,
        fr: `Les écritures de nature « ${fault.kind} » n’ont pas de journal : cette version ne sait pas les passer, et n’omet rien.`,
      };
    case 'auxiliary_missing':
      return {
        en: 'A partner has no auxiliary account yet. Write the file again.',
        fr: 'Un partenaire n’a pas encore de compte auxiliaire. Refaites le fichier.',
      };
    case 'chart_missing':
      return {
        en: 'No chart of accounts is written yet. Write one under Books › Accounts.',
        fr: 'Aucun plan de comptes n’est enregistré. Enregistrez-en un sous Comptabilité › Comptes.',
      };
  }
}
