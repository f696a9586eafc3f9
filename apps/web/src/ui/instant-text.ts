import type { Language } from '@cordee/contract/language';

type Show = 'day' | 'minute' | 'full';

const OPTIONS: Readonly<Record<Show, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  minute: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  full: { dateStyle: 'full', timeStyle: 'long' },
};

// An Intl format costs about 50 µs to build, and a list shows hundreds.
const formats = new Map<string, Intl.DateTimeFormat>();

/** An ISO instant in words, for where no component can stand (titles, options). */
export function instantText(at: string, language: Language, zone: string, show: Show): string {
  const key = `${language} ${zone} ${show}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { ...OPTIONS[show], timeZone: zone });
    formats.set(key, format);
  }
  return format.format(new Date(at));
}
