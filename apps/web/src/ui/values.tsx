import { formatMoney, parseRate, ratePercentText } from '@cordee/core/money';
import { formatDate, isLocalDate } from '@cordee/core/time';
import { useLanguage } from '../lib/use-language.ts';
import { useZone } from '../lib/workspace.tsx';
import { instantText } from './instant-text.ts';

/** An exact amount in minor units, as every screen shows it. A sign before what comes in where that is the point. */
export function Money({ amount, currency, signed = false }: { amount: number | bigint; currency: string; signed?: boolean }) {
  const language = useLanguage();
  const text = formatMoney({ amount: BigInt(amount), currency }, language).replace(/^-/, '−');
  return <span className="figure">{signed && amount > 0 ? `+${text}` : text}</span>;
}

/** A moment, in the zone of the workspace. `day` leaves the hour to whoever hovers. */
export function Instant({ at, show = 'minute' }: { at: string; show?: 'day' | 'minute' }) {
  const language = useLanguage();
  const zone = useZone();
  return (
    <time dateTime={at} title={instantText(at, language, zone, 'full')}>
      {instantText(at, language, zone, show)}
    </time>
  );
}

/** A day of the calendar, without a zone. */
export function LocalDate({ date }: { date: string }) {
  const language = useLanguage();
  return <time dateTime={date}>{isLocalDate(date) ? formatDate(date, language) : date}</time>;
}

/** A number of things. */
export function Count({ of }: { of: number }) {
  const language = useLanguage();
  return <span className="figure">{of.toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB')}</span>;
}

/** A share or rate, from its exact text: `1/8` is 12.5%. */
export function Percent({ rate }: { rate: string }) {
  const language = useLanguage();
  const exact = parseRate(rate);
  return <span className="figure">{exact === null ? rate : ratePercentText(exact, language)}</span>;
}
