import { frenchHolidays, type Holiday, type HolidayCalendar } from '@cordee/core/deadline';
import { shiftDate } from '@cordee/core/time';
import type Holidays from 'date-holidays';

/** A country's holidays, and where they come from. */
export interface CountryCalendar {
  readonly calendar: HolidayCalendar;
  /** `own`: written here with the law as source; `library`: of `date-holidays`; `none`: not known, so that weekends alone are free. */
  readonly source: 'own' | 'library' | 'none';
}

const loaded = new Map<string, Promise<CountryCalendar>>();

/** The calendar of a country: ours where there is one, else that of the library, else one without holidays that says so. */
export function loadCalendar(country: string): Promise<CountryCalendar> {
  let known = loaded.get(country);
  if (known === undefined) loaded.set(country, (known = load(country)));
  return known;
}

async function load(country: string): Promise<CountryCalendar> {
  if (country === frenchHolidays.country) return { calendar: frenchHolidays, source: 'own' };
  // A megabyte that only companies with partners abroad need.
  const { default: Library } = await import('date-holidays');
  const library = new Library();
  if (!Object.hasOwn(library.getCountries(), country)) {
    return { calendar: { country, regions: {}, rules: [] }, source: 'none' };
  }
  const [fr, en] = [library.getStates(country, 'fr') ?? {}, library.getStates(country, 'en') ?? {}];
  const regions = Object.fromEntries(
    Object.keys(en).map((key) => [key.toLowerCase(), { fr: fr[key] ?? en[key] ?? key, en: en[key] ?? key }]),
  );
  const at = (region: string | null) => new Library(country, region ?? '', { types: ['public'] });
  const places = new Map<string | null, Holidays>();
  const listed = (year: number, region: string | null): Holiday[] => {
    const known = region !== null && Object.hasOwn(regions, region) ? region : null;
    let place = places.get(known);
    if (place === undefined) places.set(known, (place = at(known)));
    return holidaysIn(place, year);
  };
  return { calendar: { country, regions, rules: [], listed }, source: 'library' };
}

const DAY_MS = 86_400_000;

function holidaysIn(place: Holidays, year: number): Holiday[] {
  const english = place.getHolidays(year, 'en');
  const french = new Map(place.getHolidays(year, 'fr').map(({ rule, date, name }) => [`${rule} ${date}`, name]));
  return english.flatMap(({ rule, date, name, start, end }) => {
    const first = date.slice(0, 10);
    const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS));
    const names = { en: name, fr: french.get(`${rule} ${date}`) ?? name };
    return Array.from({ length: days }, (_, day) => ({ on: shiftDate(first, day), key: rule, name: names }));
  });
}
