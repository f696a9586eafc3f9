import { bothPlaces, type Place } from '@cordee/core/deadline';
import { loadCalendar } from '../../platform/calendar/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { findChoice, selectCountries, type HolidayChoice } from './holiday-choice.store.ts';

/** Where days are counted: a country and its region, and a second one whose holidays count as well. */
export interface PlaceNames {
  readonly country: string;
  readonly region: string | null;
  readonly alsoCountry: string | null;
  readonly alsoRegion: string | null;
}

/** Until somebody says otherwise the company's country decides, as its law mostly does. */
const USUAL: HolidayChoice = { holds: 'company', companyRegion: null, partnerRegion: null };

/** What was chosen for a partner (or for all), and whether it is the partner's own. */
export async function choiceOf(tx: Tx, workspaceId: string, partnerId: string | null) {
  const own = partnerId === null ? null : await findChoice(tx, workspaceId, partnerId);
  if (own !== null) return { choice: own, isOwn: true };
  return { choice: (await findChoice(tx, workspaceId, null)) ?? USUAL, isOwn: false };
}

/** Whose holidays count for a partner (or, with null, for the company alone), by the settings. */
export async function dutyPlaceOf(tx: Tx, workspaceId: string, partnerId: string | null): Promise<PlaceNames> {
  const { company, partner } = await selectCountries(tx, workspaceId, partnerId);
  const { choice } = await choiceOf(tx, workspaceId, partnerId);
  const own = { country: company, region: choice.companyRegion, alsoCountry: null, alsoRegion: null };
  // Of a partner whose country nobody knows, the company's holds; the screen says so.
  if (partner === null || choice.holds === 'company') return own;
  if (choice.holds === 'partner') return { ...own, country: partner, region: choice.partnerRegion };
  return { ...own, alsoCountry: partner, alsoRegion: choice.partnerRegion };
}

/** The holidays of a place, ready to count with. */
export async function placeOf({ country, region, alsoCountry, alsoRegion }: PlaceNames): Promise<Place> {
  const { calendar } = await loadCalendar(country);
  const place = { calendar, region };
  if (alsoCountry === null) return place;
  return bothPlaces(place, { calendar: (await loadCalendar(alsoCountry)).calendar, region: alsoRegion });
}

export function isSamePlace(one: PlaceNames, other: PlaceNames): boolean {
  const names = ['country', 'region', 'alsoCountry', 'alsoRegion'] as const;
  return names.every((name) => one[name] === other[name]);
}
