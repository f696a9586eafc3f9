import type { ClauseKind, Comparison, Dimension, Form, Item, Words } from '../questionnaire.ts';

export type Pair = readonly [en: string, fr: string];

/** Signs that French keeps with their word are tied to it. */
export const words = ([en, fr]: Pair): Words => ({ en, fr: fr.replaceAll(/ (?=[?!:;»%])/g, '\u00a0') });

interface Rest {
  readonly weight?: number;
  readonly compare?: Comparison;
  readonly mirror?: string;
  readonly when?: Item['when'];
  readonly clauses?: readonly ClauseKind[];
  readonly help?: Pair;
}

/** An item of the catalogue; its key begins with its dimension. */
export function item(key: string, text: Pair, form: Form, rest: Rest = {}): Item {
  const { weight = 5, compare = 'close', mirror, when, clauses = [], help } = rest;
  return {
    key,
    dimension: key.slice(0, key.indexOf('.')) as Dimension,
    text: words(text),
    ...(help === undefined ? {} : { help: words(help) }),
    form,
    weight: compare === 'none' ? 0 : weight,
    compare,
    ...(mirror === undefined ? {} : { mirror }),
    ...(when === undefined ? {} : { when }),
    clauses,
  };
}

export const scale = (low: Pair, high: Pair): Form => ({ kind: 'scale', low: words(low), high: words(high) });
export const yesNo: Form = { kind: 'yes_no' };
export const open: Form = { kind: 'text' };

/** What is counted: of several, of one. */
export const units = {
  months: [
    ['months', 'mois'],
    ['month', 'mois'],
  ],
  weeks: [
    ['weeks', 'semaines'],
    ['week', 'semaine'],
  ],
  days: [
    ['days', 'jours'],
    ['day', 'jour'],
  ],
  workingDays: [
    ['working days', 'jours ouvrés'],
    ['working day', 'jour ouvré'],
  ],
  hours: [
    ['hours', 'heures'],
    ['hour', 'heure'],
  ],
  years: [
    ['years', 'ans'],
    ['year', 'an'],
  ],
  pieces: [
    ['units', 'unités'],
    ['unit', 'unité'],
  ],
  customers: [
    ['customers', 'clients'],
    ['customer', 'client'],
  ],
  percent: [
    ['%', '%'],
    ['%', '%'],
  ],
} as const satisfies Readonly<Record<string, readonly [several: Pair, one: Pair]>>;

export function number(unit: keyof typeof units, min: number, max: number, tolerance: number): Form {
  const [several, one] = units[unit];
  return { kind: 'number', unit: words(several), one: words(one), min, max, tolerance };
}

type Options = Readonly<Record<string, Pair>>;

export function single(options: Options): Form {
  return { kind: 'single', options: optionsOf(options) };
}

export function multiple(options: Options): Form {
  return { kind: 'multiple', options: optionsOf(options) };
}

function optionsOf(options: Options) {
  return Object.entries(options).map(([key, text]) => ({ key, text: words(text) }));
}
