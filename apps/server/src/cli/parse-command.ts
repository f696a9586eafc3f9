import { parseArgs } from 'node:util';
import type { DayOrInstant } from '@cordee/contract/ledger';
import { isLocalDate, parseInstant, type Instant } from '@cordee/core/time';
import type { Command, Option, Options } from './command.ts';
import { UsageError } from './usage-error.ts';

/** Options every command takes. */
export const GLOBAL_OPTIONS = {
  json: { kind: 'flag', help: { en: 'print one line of JSON', fr: 'afficher une ligne de JSON' } },
  lang: {
    kind: 'text',
    value: 'fr|en',
    choices: ['fr', 'en'],
    help: { en: 'language of the messages', fr: 'langue des messages' },
  },
  database: {
    kind: 'text',
    value: 'url',
    help: { en: 'the database, instead of DATABASE_URL', fr: 'la base de données, au lieu de DATABASE_URL' },
  },
  data: {
    kind: 'text',
    value: 'folder',
    help: {
      en: 'the data folder with the embedded database, instead of CORDEE_DATA',
      fr: 'le dossier de données avec la base embarquée, au lieu de CORDEE_DATA',
    },
  },
  verbose: { kind: 'flag', help: { en: 'show technical details of faults', fr: 'montrer le détail technique des fautes' } },
  help: { kind: 'flag', help: { en: 'show this help', fr: 'afficher cette aide' } },
} as const satisfies Options;

export interface GlobalValues {
  readonly json: boolean;
  readonly database: string | undefined;
  readonly data: string | undefined;
  readonly verbose: boolean;
  readonly help: boolean;
}

export interface Parsed {
  readonly globals: GlobalValues;
  readonly options: Readonly<Record<string, unknown>>;
  readonly words: Readonly<Record<string, string>>;
}

/** The words after a command's name. Throws UsageError; under --help only what is known is looked at. */
export function parseCommand(command: Command, args: readonly string[]): Parsed {
  const known: Options = { ...command.options, ...GLOBAL_OPTIONS };
  const { given, words } = tokensOf(known, args);
  const help = given.has('help');
  const value = (name: string) => {
    const option = known[name];
    return option === undefined ? undefined : valueOf(name, option, given.get(name) ?? [], help);
  };
  const named = help ? {} : nameWords(command, words);
  const options = Object.fromEntries(Object.keys(command.options).map((name) => [name, value(name)]));
  const globals = {
    json: given.has('json'),
    verbose: given.has('verbose'),
    help,
    database: given.get('database')?.at(-1),
    data: given.get('data')?.at(-1),
  };
  value('lang');
  return { globals, options, words: named };
}

function tokensOf(known: Options, args: readonly string[]): { given: Map<string, string[]>; words: string[] } {
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(
      Object.entries(known).map(([name, { kind }]) => [
        name,
        { type: kind === 'flag' ? 'boolean' : 'string', ...(name === 'help' ? { short: 'h' } : {}) } as const,
      ]),
    ),
  });
  const given = new Map<string, string[]>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    if (option === undefined) throw unknownOption(token.rawName);
    if (option.kind === 'flag' && token.value !== undefined) throw takesNoValue(token.rawName);
    if (option.kind !== 'flag' && token.value === undefined) throw needsValue(token.rawName, option);
    given.set(token.name, [...(given.get(token.name) ?? []), token.value ?? '']);
  }
  return { given, words };
}

function valueOf(name: string, option: Option, texts: readonly string[], lenient: boolean): unknown {
  if (option.kind === 'flag') return texts.length > 0;
  const text = texts.at(-1);
  if (text === undefined && option.required === true && !lenient) throw needsValue(`--${name}`, option);
  if (option.kind === 'list') return texts.map((each) => chosen(name, each, option.choices));
  if (text === undefined) return undefined;
  if (option.kind === 'text') return chosen(name, text, option.choices);
  if (option.kind === 'integer') return integerOf(name, text, option);
  return option.kind === 'moment' ? momentOf(name, text) : instantOf(name, text);
}

function chosen(name: string, text: string, choices: readonly string[] | undefined): string {
  if (choices === undefined || choices.includes(text)) return text;
  throw wrongValue(name, text, choices.join(', '));
}

function integerOf(
  name: string,
  text: string,
  { min = 0, max = Number.MAX_SAFE_INTEGER }: { min?: number; max?: number },
): number {
  const value = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw wrongValue(name, text, `${min} … ${max}`);
}

function momentOf(name: string, text: string): DayOrInstant {
  if (isLocalDate(text)) return { day: text };
  const at = parseInstant(text);
  if (at !== null) return { at };
  throw wrongValue(name, text, '2026-01-31, 2026-01-31T08:00:00Z');
}

function instantOf(name: string, text: string): Instant {
  const moment = momentOf(name, text);
  return 'day' in moment && moment.day !== undefined ? Date.parse(moment.day) : moment.at;
}

function nameWords({ positionals }: Command, words: readonly string[]): Record<string, string> {
  const missing = positionals[words.length];
  if (missing !== undefined) {
    const name = missing.name.toUpperCase();
    throw new UsageError({ en: `${name} is missing.`, fr: `Il manque ${name}.` });
  }
  const extra = words[positionals.length];
  if (extra !== undefined) {
    throw new UsageError({ en: `Unexpected word: ${extra}.`, fr: `Mot inattendu : ${extra}.` });
  }
  return Object.fromEntries(positionals.map(({ name }, index) => [name, words[index] ?? '']));
}

function unknownOption(rawName: string): UsageError {
  return new UsageError({ en: `There is no option ${rawName}.`, fr: `L’option ${rawName} n’existe pas.` });
}

function takesNoValue(rawName: string): UsageError {
  return new UsageError({ en: `${rawName} takes no value.`, fr: `${rawName} ne prend pas de valeur.` });
}

function needsValue(rawName: string, option: Option): UsageError {
  const value = 'value' in option ? option.value : '';
  return new UsageError({ en: `Give ${rawName} <${value}>.`, fr: `Donnez ${rawName} <${value}>.` });
}

function wrongValue(name: string, text: string, right: string): UsageError {
  return new UsageError({
    en: `--${name} cannot be "${text}". Right: ${right}.`,
    fr: `--${name} ne peut valoir « ${text} ». Correct : ${right}.`,
  });
}
