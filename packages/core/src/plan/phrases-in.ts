import type { Language } from '../language/index.ts';
import { english } from './phrases-en.ts';
import { french } from './phrases-fr.ts';
import type { Phrases } from './phrases.ts';

const byLanguage: Readonly<Record<Language, Phrases>> = { fr: french, en: english };

export function phrasesIn(language: Language): Phrases {
  return byLanguage[language];
}
