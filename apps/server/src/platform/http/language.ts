import type { Language } from '@cordee/contract/language';

/** The better of our two languages for an Accept-Language header (RFC 9110, 12.5.4); English when it names neither. */
export function languageOf(header: string | undefined): Language {
  if (header === undefined) return 'en';
  let best: Language = 'en';
  let bestQuality = 0;
  for (const range of header.slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const primary = tag.trim().split('-')[0];
    if (primary !== 'fr' && primary !== 'en') continue;
    const quality = qualityOf(parameters);
    if (quality > bestQuality) {
      best = primary;
      bestQuality = quality;
    }
  }
  return best;
}

function qualityOf(parameters: readonly string[]): number {
  const text = parameters.find((parameter) => parameter.trim().startsWith('q='));
  if (text === undefined) return 1;
  const quality = Number(text.trim().slice(2));
  return Number.isFinite(quality) ? quality : 0;
}
