import { useMemo } from 'react';
import { useLanguage } from './use-language.ts';

/** The name of an ISO 3166-1 code in the language of the screens. */
export function useCountryName(): (code: string | null) => string {
  const language = useLanguage();
  return useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'region' });
    return (code) => (code === null ? '' : (names.of(code) ?? code));
  }, [language]);
}
