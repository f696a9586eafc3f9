import type { Language } from '@cordee/contract/language';
import { i18n } from '@lingui/core';

const KEY = 'cordee.language';

/** Set before anything is shown; what every call to the server asks for. */
let current: Language = preferredLanguage();

export function currentLanguage(): Language {
  return current;
}

/** Chosen by the person before, else the better of ours for the browser. */
export function preferredLanguage(): Language {
  try {
    const stored = localStorage.getItem(KEY);
    if (stored === 'fr' || stored === 'en') return stored;
  } catch {
    // Storage may be closed to us; the browser's languages then decide.
  }
  const known = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'fr' || tag === 'en');
  return known === 'fr' ? 'fr' : 'en';
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // The choice then lasts as long as the page.
  }
}

/** The catalogues of this language must be loaded. */
export function activate(language: Language): void {
  current = language;
  i18n.activate(language);
  document.documentElement.lang = language;
}
