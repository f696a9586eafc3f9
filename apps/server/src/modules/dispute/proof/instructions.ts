import type { Language } from '@cordee/contract/language';

/** How the file is verified with tools anybody has; no server is asked. */
export const instructions: Readonly<Record<Language, string>> = {
  en: `HOW TO VERIFY THIS FILE

1. Nothing was changed since it was made (in this folder):
     sha256sum -c SHA256SUMS

2. The seal of the covers:
     pdfsig file.en.pdf
     pdfsig file.fr.pdf
   "Certificate issuer is unknown" is expected: the company signs its certificate itself. Compare it with certificate.pem:
     openssl x509 -in certificate.pem -noout -subject -fingerprint -sha256

3. The trail (audit.json): one event in a line; each holds the SHA-256 of the hash before it, a line feed and the event itself without
   "hash". The first follows 64 zeros. The last hash stands at the foot of both covers.

4. The briefs (briefs/*.json): the SHA-256 of each file is the one its side left in the trail (brief_submitted) when it handed it in.
     sha256sum briefs/*

5. The evidence (evidence/*): the SHA-256 of each file stands in the trail where it was handed in, or in the brief it belongs to.

WHAT IT SHOWS AND WHAT NOT
It shows what both sides wrote and did here, when, and that nothing of it was changed since. It does not say who is right, and is no legal advice.
`,
  fr: `COMMENT VÉRIFIER CE DOSSIER

1. Rien n'a changé depuis sa création (dans ce dossier) :
     sha256sum -c SHA256SUMS

2. Le sceau des documents de tête :
     pdfsig file.en.pdf
     pdfsig file.fr.pdf
   « Certificate issuer is unknown » est normal : l'entreprise signe elle-même son certificat. Comparez-le à certificate.pem :
     openssl x509 -in certificate.pem -noout -subject -fingerprint -sha256

3. La piste d'audit (audit.json) : un événement par ligne ; chacun porte le SHA-256 de l'empreinte précédente, d'un saut de ligne et de
   l'événement sans « hash ». Le premier suit 64 zéros. La dernière empreinte figure au pied des deux documents.

4. Les notes (briefs/*.json) : le SHA-256 de chaque fichier est celui que sa partie a laissé dans la piste (brief_submitted) en la remettant.
     sha256sum briefs/*

5. Les pièces (evidence/*) : le SHA-256 de chacune figure dans la piste là où elle a été remise, ou dans la note à laquelle elle appartient.

CE QUE CELA MONTRE, ET CE QUE CELA NE MONTRE PAS
Ce que les deux parties ont écrit et fait ici, quand, et que rien n'en a changé depuis. Le dossier ne dit pas qui a raison, et n'est pas un
conseil juridique.
`,
};
