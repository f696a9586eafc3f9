import type { InBoth } from './charter.ts';
import type { CharterFaultCode } from './fault-sentences.ts';

/** Says what a check has found. */
export type Tell = (code: CharterFaultCode, path: string) => void;

/** Tells which language of a text is missing. One that is missing in both may be left out where `optional`. */
export function checkText(text: InBoth, path: string, tell: Tell, optional = false): void {
  if (optional && text.fr.trim() === '' && text.en.trim() === '') return;
  for (const language of ['fr', 'en'] as const) if (text[language].trim() === '') tell('text_missing', `${path}.${language}`);
}
