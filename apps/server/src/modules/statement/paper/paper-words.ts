import type { Language } from '@cordee/contract/language';

interface PaperWords {
  readonly title: (number: string) => string;
  readonly subject: (month: string) => string;
  readonly days: (first: string, last: string, zone: string) => string;
  readonly closed: (day: string) => string;
  readonly to: string;
  readonly columns: readonly [string, string, string, string, string, string];
  readonly opening: string;
  readonly closing: string;
  readonly clause: (number: string, version: number | null) => string;
  readonly late: (month: string) => string;
  readonly clauses: string;
  readonly none: string;
  readonly reading: string;
  readonly seal: string;
  readonly page: (page: number, pages: number) => string;
  readonly debt: DebtWords;
}

/** What is owed under payment plans. */
interface DebtWords {
  readonly title: string;
  readonly columns: readonly [string, string, string, string];
  readonly plan: (day: string) => string;
  readonly planned: (amount: string) => string;
  readonly keptBack: (amount: string) => string;
  readonly paid: (amount: string) => string;
  readonly waived: (amount: string) => string;
  readonly returned: (amount: string) => string;
  readonly share: (percent: number) => string;
  readonly next: (amount: string, day: string) => string;
  readonly late: (amount: string) => string;
  readonly sum: string;
  readonly reading: string;
}

/** The words of a statement on paper. */
export const paperWords: Readonly<Record<Language, PaperWords>> = {
  en: {
    title: (number) => `Statement ${number}`,
    subject: (month) => `Commissions, ${month}`,
    days: (first, last, zone) => `From ${first} to ${last}, days in ${zone}`,
    closed: (day) => `Closed on ${day}`,
    to: 'Partner',
    columns: ['Date', 'Movement', 'In its hold', 'Payable', 'In a payout', 'Paid'],
    opening: 'At the start',
    closing: 'At the end',
    clause: (number, version) => (version === null ? `clause ${number}` : `clause ${number}, version ${version}`),
    late: (month) => `late, of ${month}`,
    clauses: 'The clauses cited',
    none: 'Nothing moved in this month.',
    reading:
      'A commission becomes payable when its hold ends. Below zero, more was taken back than is due: later commissions make up for it. “Late” is what was learned of a month after it had been closed.',
    seal: 'Chain of the books at the closing (SHA-256):',
    page: (page, pages) => `${page} of ${pages}`,
    debt: {
      title: 'Debts under a payment plan',
      columns: ['Plan', 'At the start', 'In the month', 'At the end'],
      plan: (day) => `plan of ${day}`,
      planned: (amount) => `put under the plan ${amount}`,
      keptBack: (amount) => `kept back ${amount}`,
      paid: (amount) => `paid by the partner ${amount}`,
      waived: (amount) => `waived ${amount}`,
      returned: (amount) => `back on the balance ${amount}`,
      share: (percent) => `${percent}% of each payout`,
      next: (amount, day) => `next ${amount}, by ${day}`,
      late: (amount) => `due and not paid back ${amount}`,
      sum: 'Owed under plans',
      reading:
        'What is owed under a plan is no longer part of the payable balance. It is owed beside a balance that is below zero, and kept back as the plan says.',
    },
  },
  fr: {
    title: (number) => `Relevé ${number}`,
    subject: (month) => `Commissions, ${month}`,
    days: (first, last, zone) => `Du ${first} au ${last}, jours de ${zone}`,
    closed: (day) => `Clos le ${day}`,
    to: 'Partenaire',
    columns: ['Date', 'Mouvement', 'En carence', 'Exigible', 'En versement', 'Versé'],
    opening: 'Au début',
    closing: 'À la fin',
    clause: (number, version) => (version === null ? `clause ${number}` : `clause ${number}, version ${version}`),
    late: (month) => `tardif, ${month}`,
    clauses: 'Les clauses citées',
    none: 'Rien n’a bougé ce mois-ci.',
    reading:
      'Une commission devient exigible à la fin de sa carence. Sous zéro, il a été repris plus qu’il n’est dû : les commissions suivantes le compensent. « Tardif » : ce qu’on a appris d’un mois après sa clôture.',
    seal: 'Chaîne des livres à la clôture (SHA-256) :',
    page: (page, pages) => `${page} sur ${pages}`,
    debt: {
      title: 'Dettes sur échéancier',
      columns: ['Échéancier', 'Au début', 'Dans le mois', 'À la fin'],
      plan: (day) => `échéancier du ${day}`,
      planned: (amount) => `mis sur échéancier ${amount}`,
      keptBack: (amount) => `retenu ${amount}`,
      paid: (amount) => `payé par le partenaire ${amount}`,
      waived: (amount) => `remis ${amount}`,
      returned: (amount) => `reporté au solde ${amount}`,
      share: (percent) => `${percent} % de chaque versement`,
      next: (amount, day) => `prochaine échéance ${amount}, le ${day}`,
      late: (amount) => `échu et non remboursé ${amount}`,
      sum: 'Dû au titre des échéanciers',
      reading:
        'Ce qui est dû au titre d’un échéancier ne fait plus partie du solde exigible. Cela s’ajoute à un solde sous zéro, et se retient comme le prévoit l’échéancier.',
    },
  },
};
