import type { Instant } from '@cordee/core/time';
import { castPartners, linkCode, type CastPartner } from '../cast/partners.ts';
import { makePerson } from '../cast/people.ts';
import type { ProgramKey } from '../cast/programs.ts';
import type { Random } from '../random.ts';
import type { Click, Customer, StoryEvent } from './story.ts';

export const DAY_MS = 86_400_000;

/** A story being written. */
export interface Draft {
  readonly random: Random;
  readonly anchor: Instant;
  readonly begin: Instant;
  readonly clicks: Click[];
  readonly events: StoryEvent[];
  /** Numbers orders, subscriptions and customers alike. */
  next(): number;
}

/** The shop's partners share lanes by two, so that their readers meet both; the others need not. */
const SHOP_PARTNERS = 16;
const SHOP_LANES = 8;
const OTHER_LANES = 12;

/** Customers of partners in different lanes share nothing, so that their events may overtake each other. */
export function laneOf(partner: CastPartner): number {
  const index = castPartners.indexOf(partner);
  return index < SHOP_PARTNERS ? index % SHOP_LANES : SHOP_LANES + (index % OTHER_LANES);
}

export function daysAgo({ anchor }: Pick<Draft, 'anchor'>, days: number): Instant {
  return anchor - days * DAY_MS;
}

/** A moment between two days before the end, at an hour people are awake, to the second. */
export function someTime(draft: Draft, fromDaysAgo: number, toDaysAgo: number): Instant {
  const { random } = draft;
  const day = random.integer(toDaysAgo + 1, fromDaysAgo);
  return daysAgo(draft, day) + random.integer(7 * 3600, 23 * 3600) * 1000;
}

/** `at` and a wait of about `meanDays`, to the second. */
export function after(draft: Draft, at: Instant, meanDays: number): Instant {
  return at + 1000 * Math.max(120, Math.round((draft.random.waiting(meanDays) * DAY_MS) / 1000));
}

/** Adds what happened, unless it lies beyond the end of the story. */
export function happen(draft: Draft, event: StoryEvent): boolean {
  if (event.at >= draft.anchor) return false;
  draft.events.push(event);
  return true;
}

export function choosePartner(draft: Draft, program: ProgramKey, at: Instant, lane: number | null): CastPartner {
  const joined = castPartners.filter(
    (partner) =>
      partner.programs.includes(program) &&
      (lane === null || laneOf(partner) === lane) &&
      daysAgo(draft, partner.joinedDaysAgo ?? 1000) < at,
  );
  return draft.random.weighted(joined, ({ weight }) => weight);
}

export function newCustomer(draft: Draft, program: ProgramKey, lane: number): Customer {
  const number = draft.next();
  const person = makePerson(draft.random, number);
  const prefix = { affiliation: 'CL', introduction: 'PROJET', subscription: 'REFUGE' }[program];
  return { number, externalId: `${prefix}-${number}`, person, program, lane };
}

const referrers = [
  'https://sentiers.example/essais/tentes',
  'https://www.moteur.example/recherche?q=sac+45+litres',
  'https://forum.rando.example/t/1182',
];
const subIds = ['newsletter', 'comparatif-tentes', 'video', 'bandeau', 'podcast-12'];

export function click(
  draft: Draft,
  visit: { readonly partner: CastPartner; readonly program: ProgramKey; readonly at: Instant; readonly visitorId: string },
): Click {
  const { random, clicks } = draft;
  const { partner, program, at, visitorId } = visit;
  const made: Click = {
    ref: clicks.length,
    at,
    code: linkCode(partner, program),
    visitorId,
    ...(random.chance(0.35) ? { subId: random.pick(subIds) } : {}),
    ...(random.chance(0.5) ? { referrer: random.pick(referrers) } : {}),
  };
  clicks.push(made);
  return made;
}
