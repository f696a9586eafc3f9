import { errors } from '@cordee/contract/errors';
import type { Bilingual, Language } from '@cordee/contract/language';
import { ConfigError } from '../platform/config/index.ts';
import { DatabaseUnavailable, PlatformError } from '../platform/db/index.ts';
import { Refusal } from '../platform/refusal.ts';
import { UsageError } from './usage-error.ts';

export interface Failure {
  readonly exitCode: 1 | 2;
  readonly code: string;
  readonly message: string;
  /** What to do next. */
  readonly hint: string;
  readonly fields: readonly { readonly path: string; readonly rule: string; readonly message: string }[];
  readonly detail: string | null;
}

/** What an error means to the person at the terminal. */
export function failureOf(error: unknown, language: Language): Failure {
  const made = (exitCode: 1 | 2, code: string, message: Bilingual, hint: Bilingual): Failure => ({
    exitCode,
    code,
    message: message[language],
    hint: hint[language],
    fields: [],
    detail: null,
  });
  if (error instanceof UsageError) return made(2, 'wrong_usage', error.sentence, SEE_HELP);
  if (error instanceof ConfigError) return made(2, 'wrong_settings', error.sentence, { en: '', fr: '' });
  if (error instanceof Refusal) {
    const { title, hint } = errors[error.code];
    const fields = error.fields.map(({ path, rule, message }) => ({ path, rule, message: message[language] }));
    return { ...made(1, error.code, title, hint), fields };
  }
  if (error instanceof PlatformError) {
    return { ...made(1, error.code, error.sentence, error.hint), detail: error.detail ?? null };
  }
  if (error instanceof DatabaseUnavailable) return made(1, error.code, error.sentence, error.hint);
  const said = error instanceof Error ? error.message : String(error);
  return { ...made(1, 'internal', FAULT, TRY_VERBOSE), detail: said };
}

/** The failure as lines for people. */
export function failureText({ message, hint, fields, detail }: Failure): string {
  const lines = [`cordee: ${message}${hint === '' ? '' : ` ${hint}`}`];
  for (const field of fields) lines.push(`  ${field.path}: ${field.message}`);
  if (detail !== null) lines.push(detail);
  return lines.join('\n');
}

const SEE_HELP = {
  en: 'Add --help to see how the command is written.',
  fr: 'Ajoutez --help pour voir comment s’écrit la commande.',
};
const FAULT = { en: 'A fault on our side.', fr: 'Une faute de notre côté.' };
const TRY_VERBOSE = {
  en: 'Run it again with --verbose and report what it shows.',
  fr: 'Relancez avec --verbose et signalez ce qui s’affiche.',
};
