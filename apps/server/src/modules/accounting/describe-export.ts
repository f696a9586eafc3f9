import { decimals } from '@cordee/core/accounting';
import { type CompanyIdentity, sirenOf } from '@cordee/core/company';
import { formatInstant } from '@cordee/core/time';
import type { BookExportRecord } from './book-export.store.ts';

const fields = {
  fr: [
    'JournalCode : code du journal',
    'JournalLib : libellé du journal',
    'EcritureNum : numéro de l’écriture, continu dans le mois (AAAAMM-numéro)',
    'EcritureDate : date de comptabilisation ; le premier du mois pour ce qui a été appris après la clôture de son mois',
    'CompteNum, CompteLib : compte du plan comptable de l’entreprise',
    'CompAuxNum, CompAuxLib : compte auxiliaire et nom du partenaire',
    'PieceRef, PieceDate : relevé, versement ou facture, et sa date',
    'EcritureLib : libellé de l’écriture',
    'Debit, Credit : montants en euros, virgule décimale',
    'EcritureLet, DateLet : lettrage, non renseigné',
    'ValidDate : date de clôture du mois ; vide dans un brouillard',
    'Montantdevise, Idevise : montant et devise d’origine, quand ce n’est pas l’euro',
  ],
  en: [
    'JournalCode: code of the journal',
    'JournalLib: name of the journal',
    'EcritureNum: number of the entry, continuous in its month (YYYYMM-number)',
    'EcritureDate: day it is booked on; the first of the month for what was learned after its own month was closed',
    'CompteNum, CompteLib: account of the company’s chart',
    'CompAuxNum, CompAuxLib: auxiliary account and name of the partner',
    'PieceRef, PieceDate: statement, payout or invoice, and its day',
    'EcritureLib: what the entry is',
    'Debit, Credit: amounts in euro, decimal comma',
    'EcritureLet, DateLet: matching, left empty',
    'ValidDate: day the month was closed on; empty in a draft',
    'Montantdevise, Idevise: amount and currency it comes from, when that is not the euro',
  ],
} as const;

const words = {
  fr: {
    of: 'Description du fichier',
    company: 'Entreprise',
    months: (from: string, to: string) => `Mois : ${from} à ${to}`,
    draft: 'BROUILLARD : un des mois au moins n’est pas clos, son contenu peut encore changer.',
    final: 'Définitif : tous les mois sont clos.',
    form: (encoding: string, separator: string) =>
      `Jeu de caractères : ${encoding}. Séparateur de zones : ${separator}. Fin de ligne : CR LF. Première ligne : noms des zones. Dates : AAAAMMJJ.`,
    tab: 'tabulation',
    pipe: 'barre verticale |',
    detail: 'Une écriture par opération et partenaire.',
    grouped: 'Écritures regroupées par jour, partenaire et pièce ; les totaux sont ceux du détail.',
    rates:
      'Devises : converties au cours de référence du jour de la Banque centrale européenne, arrondies une fois ; une dette sort à la valeur à laquelle elle est entrée, l’écart va aux comptes de gain ou de perte de change.',
    sums: (lines: number, entries: number, debit: string) =>
      `${lines} lignes, ${entries} écritures, ${debit} EUR au débit et au crédit.`,
    checks: (count: number) => (count === 0 ? 'Contrôles : aucune anomalie.' : `Contrôles : ${count} anomalies.`),
    zones: 'Zones, dans leur ordre :',
    written: 'Écrit le',
  },
  en: {
    of: 'Description of the file',
    company: 'Company',
    months: (from: string, to: string) => `Months: ${from} to ${to}`,
    draft: 'DRAFT: at least one of the months is not closed, what it says may still change.',
    final: 'Final: all its months are closed.',
    form: (encoding: string, separator: string) =>
      `Characters: ${encoding}. Between fields: ${separator}. End of line: CR LF. First line: names of the fields. Days: YYYYMMDD.`,
    tab: 'tab',
    pipe: 'bar |',
    detail: 'An entry for each transaction and partner.',
    grouped: 'Entries summed by day, partner and document; the totals are those of the detail.',
    rates:
      'Currencies: converted at the reference rate of the day of the European Central Bank, rounded once; a debt leaves at the value it came in with, the difference goes to the accounts of exchange gains and losses.',
    sums: (lines: number, entries: number, debit: string) =>
      `${lines} lines, ${entries} entries, ${debit} EUR debited and credited.`,
    checks: (count: number) => (count === 0 ? 'Checks: nothing was found.' : `Checks: ${count} findings.`),
    zones: 'Fields, in their order:',
    written: 'Written at',
  },
} as const;

/** The text that goes along with a file: its months, its form, whether it is final, what its checks found, its digest. */
export function describeExport(record: BookExportRecord, company: CompanyIdentity | null): string {
  const { language, request, result } = record;
  const own = words[language];
  const lines: string[] = [
    `${own.of} ${record.fileName}`,
    ...(company === null ? [] : [`${own.company} : ${companyLine(company)}`]),
    own.months(request.from, request.to),
    record.isDraft ? own.draft : own.final,
    '',
    request.detail ? own.detail : own.grouped,
    own.rates,
    ...(request.format === 'fec' ? [own.form(request.encoding, own[request.separator])] : []),
    ...(result === null
      ? []
      : [
          own.sums(result.lines, result.entries, decimals(BigInt(result.debit), 2)),
          own.checks(result.faults.length + result.moreFaults),
        ]),
    `SHA-256 : ${record.sha256 ?? ''}`,
    `${own.written} ${formatInstant(record.finishedAt ?? record.createdAt)}`,
    ...(request.format === 'fec' ? ['', own.zones, ...fields[language].map((field) => `- ${field}`)] : []),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

function companyLine(company: CompanyIdentity): string {
  const siren = sirenOf(company);
  return siren === null ? company.legalName : `${company.legalName}, SIREN ${siren}`;
}
