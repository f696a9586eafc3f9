import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatter } from '@lingui/format-po';

const FRENCH = join(import.meta.dirname, '../../apps/web/locales/fr');

export type Language = 'fr' | 'en';
/** What a screen says in a language, by what it says in English; `context` as in the source. */
export type Say = (english: string, context?: string) => string;

/** The words of the screens: a journey that is walked in both languages is written once. */
export async function screenWords(): Promise<(language: Language) => Say> {
  const french = new Map<string, string>();
  for (const file of readdirSync(FRENCH)) {
    const context = { locale: 'fr', sourceLocale: 'en', filename: file };
    const strings = await formatter().parse(readFileSync(join(FRENCH, file), 'utf8'), context);
    for (const { message = '', context: use = '', translation = '' } of Object.values(strings)) {
      french.set(keyOf(message, use), translation);
    }
  }
  return (language) =>
    (english, context = '') => {
      const translation = french.get(keyOf(english, context));
      if (translation === undefined || translation === '') throw new Error(`no screen says “${english}” (${context})`);
      return language === 'en' ? english : translation;
    };
}

function keyOf(message: string, context: string): string {
  return `${context}|${message}`;
}
