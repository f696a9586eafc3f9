import type { Bilingual, Language } from '@cordee/contract/language';
import type { DayOrInstant } from '@cordee/contract/ledger';
import type { Instant } from '@cordee/core/time';
import type { Clock } from '../platform/clock/index.ts';
import type { Config } from '../platform/config/index.ts';
import type { Installation } from './installation.ts';
import type { Progress } from './progress.ts';

interface Described {
  readonly help: Bilingual;
}
interface Valued extends Described {
  /** What stands for the value in the help. */
  readonly value: string;
  readonly required?: boolean;
}

/**
 * A `--name` of a command. An instant is ISO 8601, a day alone meaning midnight UTC; a moment leaves a day to the workspace's
 * zone; a list is given by repeating the option.
 */
export type Option =
  | (Described & { readonly kind: 'flag' })
  | (Valued & { readonly kind: 'text'; readonly choices?: readonly string[] })
  | (Valued & { readonly kind: 'list'; readonly choices?: readonly string[] })
  | (Valued & { readonly kind: 'integer'; readonly min?: number; readonly max?: number })
  | (Valued & { readonly kind: 'instant' | 'moment' });

export type Options = Readonly<Record<string, Option>>;

interface ValueOf {
  readonly flag: boolean;
  readonly text: string;
  readonly list: readonly string[];
  readonly integer: number;
  readonly instant: Instant;
  readonly moment: DayOrInstant;
}

export type ValuesOf<Given extends Options> = {
  readonly [Name in keyof Given]: Given[Name] extends { kind: 'flag' } | { kind: 'list' } | { required: true }
    ? ValueOf[Given[Name]['kind']]
    : ValueOf[Given[Name]['kind']] | undefined;
};

/** A word after the command's name; all are required, in order. */
export interface Positional extends Described {
  readonly name: string;
}

export interface CommandContext<Values, Words> {
  readonly options: Values;
  /** The positional words by name. */
  readonly words: Words;
  readonly config: Config;
  readonly language: Language;
  /** Whether --json was given: nothing else may be written to standard output then. */
  readonly json: boolean;
  readonly clock: Clock;
  /** The sentence in the reader's language. */
  readonly say: (sentence: Bilingual) => string;
  /** A remark beside the result: on standard error, now. */
  readonly note: (sentence: Bilingual) => void;
  /** Streams text to standard output: for exports, whose outcome then has no text of its own. */
  readonly write: (text: string) => void;
  readonly progress: (label: Bilingual) => Progress;
  /** The running installation, opened once and closed after the command. */
  readonly installation: () => Promise<Installation>;
}

export interface Outcome {
  /** Exit code 1 when false: the answer is no. */
  readonly ok?: boolean;
  /** Printed under --json, on one line; bigints as integers. */
  readonly json: unknown;
  /** Printed otherwise. */
  readonly text: string;
}

export interface Command {
  /** One or two words. */
  readonly name: string;
  readonly summary: Bilingual;
  readonly options: Options;
  readonly positionals: readonly Positional[];
  readonly run: (
    context: CommandContext<Readonly<Record<string, unknown>>, Readonly<Record<string, string>>>,
  ) => Promise<Outcome | null>;
}

/** Declares a command: its help, its parsing and its types come from here. `run` answers null when it has said everything itself. */
export function defineCommand<const Given extends Options, const Words extends readonly Positional[]>(definition: {
  readonly name: string;
  readonly summary: Bilingual;
  readonly options: Given;
  readonly positionals: Words;
  readonly run: (
    context: CommandContext<ValuesOf<Given>, Readonly<Record<Words[number]['name'], string>>>,
  ) => Promise<Outcome | null>;
}): Command {
  return definition as unknown as Command;
}

/** For commands that act in one workspace. */
export const WORKSPACE = {
  kind: 'text',
  value: 'slug',
  help: {
    en: 'the workspace; may be left out when there is only one',
    fr: 'l’espace ; inutile s’il n’y en a qu’un',
  },
} as const;
