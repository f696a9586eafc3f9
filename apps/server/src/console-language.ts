import type { Language } from '@cordee/contract/language';

/** The language of messages on the terminal, after the usual variables (POSIX: LC_ALL, then LC_MESSAGES, then LANG). */
export function consoleLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  return locale?.toLowerCase().startsWith('fr') === true ? 'fr' : 'en';
}
