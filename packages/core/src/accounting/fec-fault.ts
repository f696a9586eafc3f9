import type { Language } from '../language/index.ts';

export const fecFaultCodes = [
  'columns',
  'field_count',
  'empty',
  'day',
  'outside',
  'account_number',
  'account_unknown',
  'account_names',
  'auxiliary',
  'amount',
  'one_side',
  'currency',
  'unbalanced',
  'entry_days',
  'order',
  'gap',
  'total',
] as const;
export type FecFaultCode = (typeof fecFaultCodes)[number];

export interface FecFault {
  readonly code: FecFaultCode;
  readonly line: number;
  /** What stands there. */
  readonly detail: string;
}

const MOST = 50;

/** Keeps the first faults and counts the others. */
export interface FaultList {
  readonly add: (code: FecFaultCode, line: number, detail: string) => void;
  readonly all: () => { readonly faults: readonly FecFault[]; readonly moreFaults: number };
}

/** Begins a list. */
export function faultList(): FaultList {
  const faults: FecFault[] = [];
  let moreFaults = 0;
  return {
    add(code: FecFaultCode, line: number, detail: string): void {
      if (faults.length < MOST) faults.push({ code, line, detail });
      else moreFaults += 1;
    },
    all: () => ({ faults, moreFaults }),
  };
}

const sentences: Readonly<Record<Language, Readonly<Record<FecFaultCode, (detail: string) => string>>>> = {
  en: {
    columns: (detail) => `The 18 fields are not there in their order; the first that differs: ${detail}.`,
    field_count: (detail) => `The line has ${detail} fields instead of 18.`,
    empty: (detail) => `${detail} is empty.`,
    day: (detail) => `“${detail}” is no day written as YYYYMMDD.`,
    outside: (detail) => `${detail} is outside of the months of this file.`,
    account_number: (detail) => `The account “${detail}” does not begin with three digits.`,
    account_unknown: (detail) => `The account ${detail} is not in the chart.`,
    account_names: (detail) => `The account ${detail} has more than one name.`,
    auxiliary: (detail) => `The auxiliary account “${detail}” lacks its number or its name.`,
    amount: (detail) => `“${detail}” is no amount with two decimals.`,
    one_side: (detail) => `A line is either a debit or a credit: ${detail}.`,
    currency: (detail) => `Amount and currency of origin do not go together: ${detail}.`,
    unbalanced: (detail) => `The entry ${detail} does not balance.`,
    entry_days: (detail) => `The entry ${detail} has more than one day.`,
    order: (detail) => `${detail} comes after a later day of its journal.`,
    gap: (detail) => `Entries are not numbered one after the other: look at ${detail}.`,
    total: (detail) => `Debits and credits differ by ${detail}.`,
  },
  fr: {
    columns: (detail) => `Les 18 champs ne sont pas là dans leur ordre ; premier qui diffère : ${detail}.`,
    field_count: (detail) => `La ligne a ${detail} champs au lieu de 18.`,
    empty: (detail) => `${detail} est vide.`,
    day: (detail) => `« ${detail} » n’est pas un jour écrit AAAAMMJJ.`,
    outside: (detail) => `${detail} est hors des mois de ce fichier.`,
    account_number: (detail) => `Le compte « ${detail} » ne commence pas par trois chiffres.`,
    account_unknown: (detail) => `Le compte ${detail} n’est pas dans le plan de comptes.`,
    account_names: (detail) => `Le compte ${detail} a plusieurs libellés.`,
    auxiliary: (detail) => `Il manque au compte auxiliaire « ${detail} » son numéro ou son libellé.`,
    amount: (detail) => `« ${detail} » n’est pas un montant à deux décimales.`,
    one_side: (detail) => `Une ligne est soit un débit, soit un crédit : ${detail}.`,
    currency: (detail) => `Montant et devise d’origine ne vont pas ensemble : ${detail}.`,
    unbalanced: (detail) => `L’écriture ${detail} n’est pas équilibrée.`,
    entry_days: (detail) => `L’écriture ${detail} a plusieurs dates.`,
    order: (detail) => `${detail} vient après un jour plus récent de son journal.`,
    gap: (detail) => `Les écritures ne sont pas numérotées en continu : voyez ${detail}.`,
    total: (detail) => `Débits et crédits diffèrent de ${detail}.`,
  },
};

/** A fault in words, without its line. */
export function fecFaultSentence({ code, detail }: Pick<FecFault, 'code' | 'detail'>, language: Language): string {
  return sentences[language][code](detail);
}
