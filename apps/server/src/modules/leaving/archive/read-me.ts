import type { Language } from '@cordee/contract/language';
import type { Side } from '@cordee/core/partnership';

/** What somebody finds first in an archive: what it is, and how to check it without us. */
export function readMe(language: Language, side: Side, partner: string): string {
  if (language === 'fr') {
    return `Archive d’un partenariat : ${partner}

Tout ce que ${side === 'company' ? 'l’entreprise' : 'le partenaire'} peut lire de ce partenariat au moment où elle a été faite.

data/        données en JSON (montants en centimes), commissions aussi en CSV
statements/  relevés mensuels, PDF scellés et CSV
invoices/    factures et avoirs
charters/    chartes : chaque version et le PDF approuvé
signatures/  enveloppes signées, avec les preuves et la manière de les vérifier
files/       fichiers remis par l’une ou l’autre partie

manifest.json liste chaque fichier avec sa taille et son SHA-256, et ce qui n’a pas pu être lu.
Pour vérifier que rien n’a changé : sha256sum -c SHA256SUMS
Les clics n’y figurent pas.
`;
  }
  return `Archive of a partnership: ${partner}

Everything ${side === 'company' ? 'the company' : 'the partner'} may read of this partnership, as it was when the archive was made.

data/        data as JSON (amounts in cents), commissions also as CSV
statements/  monthly statements, sealed PDF and CSV
invoices/    invoices and credit notes
charters/    charters: each version, and the PDF that was approved
signatures/  signed envelopes, with their proof and how to check it
files/       files handed in by either side

manifest.json lists each file with its size and SHA-256, and what could not be read.
To check that nothing was changed: sha256sum -c SHA256SUMS
Clicks are not in it.
`;
}
