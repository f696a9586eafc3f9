import type { HolidayCalendarAnswer } from '@cordee/contract/holiday-calendar';
import type { Language } from '@cordee/contract/language';
import { holidaysOf } from '@cordee/core/deadline';
import { encodeId } from '@cordee/core/ids';
import { localDateOf, shiftMonths } from '@cordee/core/time';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import { loadCalendar } from '../../platform/calendar/index.ts';
import { zoneOf } from '../fact/index.ts';
import { choiceOf, dutyPlaceOf, placeOf } from './duty-place.ts';
import { selectCountries } from './holiday-choice.store.ts';

/** Whose holidays count, what is known of them, and those of the twelve months to come, in the reader's language. */
export async function calendarAnswer(
  tx: Tx,
  { workspaceId, language, now }: Pick<Context, 'workspaceId' | 'language' | 'now'>,
  partnerId: string | null,
): Promise<HolidayCalendarAnswer> {
  const { choice, isOwn } = await choiceOf(tx, workspaceId, partnerId);
  const countries = await selectCountries(tx, workspaceId, partnerId);
  const names = await dutyPlaceOf(tx, workspaceId, partnerId);
  const used = new Set([names.country, names.alsoCountry]);
  const places = await Promise.all(
    (['company', 'partner'] as const).map(async (side) => {
      const country = countries[side];
      const region = side === 'company' ? choice.companyRegion : choice.partnerRegion;
      if (country === null) return { side, country, region, source: null, counts: false, regions: [] };
      const { calendar, source } = await loadCalendar(country);
      const regions = Object.entries(calendar.regions).map(([key, name]) => ({ key, name: name[language] }));
      const counts = used.has(country) && (choice.holds === side || choice.holds === 'both' || side === 'company');
      return { side, country, region, source, counts: counts && !(side === 'company' && choice.holds === 'partner'), regions };
    }),
  );
  const today = localDateOf(now(), await zoneOf(tx, workspaceId));
  const until = shiftMonths(today, 12);
  const place = await placeOf(names);
  const years = [Number(today.slice(0, 4)), Number(until.slice(0, 4))];
  return {
    partnerId: partnerId === null ? null : encodeId('prt', partnerId),
    holds: choice.holds,
    isOwn,
    places: places.filter(({ side }) => side === 'company' || partnerId !== null),
    warning: warningOf(
      places.filter(({ counts }) => counts).map(({ country, source }) => ({ country, source })),
      choice.holds,
      partnerId !== null && countries.partner === null,
      language,
    ),
    holidays: years
      .flatMap((year) => holidaysOf(place, year))
      .filter(({ on }) => on >= today && on < until)
      .map(({ on, name }) => ({ on, name: name[language] })),
  };
}

function warningOf(
  counting: readonly { readonly country: string | null; readonly source: string | null }[],
  holds: string,
  isPartnerUnknown: boolean,
  language: Language,
): string | null {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
  const without = counting.flatMap(({ country, source }) =>
    source === 'none' && country !== null ? [names.of(country) ?? country] : [],
  );
  if (without.length > 0) {
    const list = without.join(', ');
    return language === 'fr'
      ? `Nous n’avons pas de calendrier des jours fériés pour : ${list}. Seuls les week-ends sont comptés comme non travaillés ; vérifiez chaque date.`
      : `We have no calendar of public holidays for: ${list}. Only weekends count as days off; check every date.`;
  }
  if (!isPartnerUnknown || holds === 'company') return null;
  return language === 'fr'
    ? 'Le pays du partenaire n’est pas connu : ceux de l’entreprise comptent seuls. Renseignez son pays.'
    : 'The partner’s country is not known: the company’s holidays count alone. Fill in its country.';
}
