import type { HolidayCalendar } from './holidays.ts';

const code = 'Code du travail, art. L3133-1';
const local = 'Code du travail, art. L3134-13';

/** Public holidays of France, as the Labour Code lists them, and the two more of Alsace and Moselle. */
export const frenchHolidays: HolidayCalendar = {
  country: 'FR',
  regions: { 'alsace-moselle': { fr: 'Alsace et Moselle', en: 'Alsace and Moselle' } },
  rules: [
    everywhere('new_year', '01-01', 'Jour de l’an', 'New Year’s Day'),
    everywhere('easter_monday', { fromEaster: 1 }, 'Lundi de Pâques', 'Easter Monday'),
    everywhere('labour_day', '05-01', 'Fête du Travail', 'Labour Day', '1948-05-01'),
    {
      ...everywhere('victory_day', '05-08', 'Victoire de 1945', 'Victory in Europe Day', '1953-03-22', '1959-04-30'),
      source: 'Loi n° 53-225 du 20 mars 1953, décret n° 59-533 du 11 avril 1959',
    },
    {
      ...everywhere('victory_day', '05-08', 'Victoire de 1945', 'Victory in Europe Day', '1981-10-03'),
      source: `${code} (loi n° 81-893 du 2 octobre 1981)`,
    },
    everywhere('ascension', { fromEaster: 39 }, 'Ascension', 'Ascension Day'),
    everywhere('whit_monday', { fromEaster: 50 }, 'Lundi de Pentecôte', 'Whit Monday'),
    everywhere('national_day', '07-14', 'Fête nationale', 'Bastille Day'),
    everywhere('assumption', '08-15', 'Assomption', 'Assumption'),
    everywhere('all_saints', '11-01', 'Toussaint', 'All Saints’ Day'),
    everywhere('armistice', '11-11', 'Armistice de 1918', 'Armistice Day', '1922-10-25'),
    everywhere('christmas', '12-25', 'Noël', 'Christmas Day'),
    {
      ...everywhere('good_friday', { fromEaster: -2 }, 'Vendredi saint', 'Good Friday'),
      regions: ['alsace-moselle'],
      source: `${local} (dans les communes ayant un temple protestant ou une église mixte)`,
    },
    {
      ...everywhere('second_christmas_day', '12-26', 'Saint-Étienne', 'St Stephen’s Day'),
      regions: ['alsace-moselle'],
      source: local,
    },
  ],
};

function everywhere(
  key: string,
  day: string | { readonly fromEaster: number },
  fr: string,
  en: string,
  validFrom = '1886-03-08',
  validTo: string | null = null,
) {
  return { key, day, name: { fr, en }, validFrom, validTo, source: code };
}

/** The calendar of a country that we wrote; for any other one without holidays, which whoever asks has to say. */
export function calendarOf(country: string): HolidayCalendar {
  return country === frenchHolidays.country ? frenchHolidays : unknownHolidays;
}

const unknownHolidays: HolidayCalendar = { country: 'XX', regions: {}, rules: [] };
