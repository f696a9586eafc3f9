import type { Language } from '@cordee/contract/language';

/** How the bundle is verified with tools anybody has; no server is asked. */
export const instructions: Readonly<Record<Language, string>> = {
  en: `HOW TO VERIFY THIS BUNDLE

1. Nothing was changed since it was made (in this folder):
     sha256sum -c SHA256SUMS

2. The signatures of each document:
     pdfsig documents/01-NAME.pdf
   Every signature must be "Valid"; the last one must say "Total document signed".
   "Certificate issuer is unknown" is expected: the company signs its certificate itself. Compare it with certificate.pem:
     openssl x509 -in certificate.pem -noout -subject -fingerprint -sha256

3. The trail (audit.json): one event in a line; each holds the SHA-256 of the hash before it, a line feed and the event itself without
   "hash". The first follows 64 zeros. The last hash stands at the foot of certificate.pdf.

4. Time stamps, if there are any (timestamps/*.tst):
     openssl ts -reply -in timestamps/01-1.tst -token_in -text

WHAT IT PROVES AND WHAT NOT
Simple electronic signatures (Regulation (EU) No 910/2014, art. 3 (10)). They show that somebody who received mail at the address named read
these very bytes, agreed and signed. They do not identify this person otherwise, and are neither advanced nor qualified signatures.
`,
  fr: `COMMENT VÉRIFIER CETTE ARCHIVE

1. Rien n'a changé depuis sa création (dans ce dossier) :
     sha256sum -c SHA256SUMS

2. Les signatures de chaque document :
     pdfsig documents/01-NOM.pdf
   Chaque signature doit être « Valid » ; la dernière doit indiquer « Total document signed ».
   « Certificate issuer is unknown » est normal : l'entreprise signe elle-même son certificat. Comparez-le à certificate.pem :
     openssl x509 -in certificate.pem -noout -subject -fingerprint -sha256

3. La piste d'audit (audit.json) : un événement par ligne ; chacun porte le SHA-256 de l'empreinte précédente, d'un saut de ligne et de
   l'événement sans « hash ». Le premier suit 64 zéros. La dernière empreinte figure au pied de certificate.pdf.

4. Les horodatages, s'il y en a (timestamps/*.tst) :
     openssl ts -reply -in timestamps/01-1.tst -token_in -text

CE QUE CELA PROUVE, ET CE QUE CELA NE PROUVE PAS
Signatures électroniques simples (règlement (UE) n° 910/2014, art. 3, point 10). Elles montrent qu'une personne recevant le courrier de
l'adresse indiquée a lu exactement ces octets, a donné son accord et a signé. Elles n'identifient pas autrement cette personne, et ne sont
ni avancées ni qualifiées.
`,
};
