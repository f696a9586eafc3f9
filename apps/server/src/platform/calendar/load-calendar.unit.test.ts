import { bothPlaces, holidaysOf, isHoliday, isOpenDay } from '@cordee/core/deadline';
import { expect, it } from 'vitest';
import { loadCalendar } from './load-calendar.ts';

const daysOf = async (country: string, region: string | null = null) => {
  const { calendar } = await loadCalendar(country);
  return new Map(holidaysOf({ calendar, region }, 2026).map(({ on, name }) => [on, name]));
};

it('French holidays are ours, with the law as source; those of other countries are the library’s, by region', async () => {
  expect(await loadCalendar('FR')).toMatchObject({ source: 'own', calendar: { country: 'FR' } });
  expect((await loadCalendar('BE')).source).toBe('library');
  const belgium = await daysOf('BE');
  expect([...belgium.keys()]).toEqual(expect.arrayContaining(['2026-01-01', '2026-07-21', '2026-12-25']));
  expect(belgium.has('2026-07-14')).toBe(false);
  // Assumption: of the whole of Bavaria’s neighbours, Saarland keeps it.
  expect([(await daysOf('DE')).has('2026-08-15'), (await daysOf('DE', 'sl')).has('2026-08-15')]).toEqual([false, true]);
  expect(belgium.get('2026-12-25')).toMatchObject({ fr: 'Noël' });
});

it('both sides at once: closed where either is', async () => {
  const [fr, be] = [(await loadCalendar('FR')).calendar, (await loadCalendar('BE')).calendar];
  const both = bothPlaces({ calendar: fr, region: null }, { calendar: be, region: null });
  expect(['2026-07-14', '2026-07-21', '2026-07-22'].map((day) => isOpenDay(day, 'business', both))).toEqual([false, false, true]);
  expect(holidaysOf(both, 2026).filter(({ on }) => on === '2026-12-25')).toHaveLength(1);
});

it('a country without a calendar says so, and has none of France', async () => {
  const { calendar, source } = await loadCalendar('AQ');
  expect([source, calendar.country, isHoliday('2026-07-14', { calendar, region: null })]).toEqual(['none', 'AQ', false]);
});
