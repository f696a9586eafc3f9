import type { Language } from '../language/index.ts';
import { formatMoney, formatRate, parseRate, rate, ratePercentText, roundRatio } from '../money/index.ts';
import { formatDate, isLocalDate, localDateOf, offsetAt, parseInstant } from '../time/index.ts';
import type { AmountText } from './explanation.ts';

/** Says values in one language and zone. */
export interface Speaker {
  readonly money: (amount: AmountText) => string;
  /** "12.5%", or "1/3 (about 33.33%)" when no short percentage is exact. */
  readonly rate: (text: string) => string;
  readonly day: (instant: string) => string;
  readonly moment: (instant: string) => string;
  /** A period key of core/time. */
  readonly period: (key: string) => string;
}

const about = { fr: 'environ', en: 'about' };
const ever = { fr: 'depuis le début', en: 'since the beginning' };
const MINUTE = 60_000;

export function speakerFor(language: Language, zone: string): Speaker {
  return {
    money: ({ amount, currency }) => formatMoney({ amount: BigInt(amount), currency }, language),
    rate: (text) => rateText(text, language),
    day: (text) => {
      const instant = parseInstant(text);
      return instant === null ? text : formatDate(localDateOf(instant, zone), language);
    },
    moment: (text) => {
      const instant = parseInstant(text);
      return instant === null ? text : `${formatDate(localDateOf(instant, zone), language)} ${clock(instant, zone, language)}`;
    },
    period: (key) => {
      if (key === 'ever') return ever[language];
      return isLocalDate(key) ? formatDate(key, language) : key;
    },
  };
}

function rateText(text: string, language: Language): string {
  const value = parseRate(text);
  if (value === null) return text;
  const percent = ratePercentText(value, language);
  if (percent !== formatRate(value)) return percent;
  const hundredths = roundRatio(value.numerator * 10_000n, value.denominator);
  const near = ratePercentText(rate(hundredths, 10_000n), language);
  return `${percent} (${about[language]} ${near})`;
}

function clock(instant: number, zone: string, language: Language): string {
  const minutes = Math.floor((instant + offsetAt(instant, zone)) / MINUTE);
  const [hour, minute] = [modulo(Math.floor(minutes / 60), 24), modulo(minutes, 60)];
  const [hours, padded] = [hour.toString(), minute.toString().padStart(2, '0')];
  return language === 'fr' ? `à ${hours} h ${padded}` : `at ${hours.padStart(2, '0')}:${padded}`;
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
