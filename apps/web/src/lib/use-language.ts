import type { Language } from '@cordee/contract/language';
import { useLingui } from '@lingui/react';

/** The language of the screens; changes when the person chooses another. */
export function useLanguage(): Language {
  return useLingui().i18n.locale === 'fr' ? 'fr' : 'en';
}
