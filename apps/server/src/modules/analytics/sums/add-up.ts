import type { Fact } from '@cordee/core/counting';
import { allocateByRates, parseRate, ZERO_RATE } from '@cordee/core/money';
import { localDateOf, type Instant, type LocalDate } from '@cordee/core/time';
import { addCohorts, type Cohorts } from './cohorts.ts';
import { DaySums, NOBODY, type DayKey, type DaySum, type Measure } from './day-sum.ts';
import type { CountedFact, Moved, PlacedCredit, Stretch } from './stretch.ts';
import { expenseOf } from './expense-of.ts';
import { takenBy } from './taken-by.ts';

export interface PartnerFigure {
  readonly partnerId: string;
  earned: bigint;
  lastAt: Instant;
}

export interface Added {
  readonly days: readonly DaySum[];
  readonly figures: readonly PartnerFigure[];
  /** Facts that concern a partner whose accounts they do not move. */
  readonly concerns: readonly { readonly partnerId: string; readonly factSeq: bigint }[];
  readonly cohorts: Cohorts;
}

/** Adds up a stretch of facts by day in `zone`. The same facts in any stretches give the same sums. */
export function addUp(stretch: Stretch, zone: string, ownCurrency: string): Added {
  const days = new DaySums();
  const figures = new Map<string, PartnerFigure>();
  const movers = Map.groupBy(stretch.moved, ({ factSeq }) => factSeq);
  const concerns: { partnerId: string; factSeq: bigint }[] = [];
  for (const counted of stretch.facts) {
    const { fact } = counted;
    const day = localDateOf(fact.occurredAt, zone);
    const moved = movers.get(fact.seq) ?? [];
    addConversion(days, counted, day);
    addTakenBack(days, fact, day, stretch);
    for (const line of moved) addMoney(days, line, day, stretch.known);

    const paid = new Set(moved.map(({ partnerId }) => partnerId));
    const concerned = concernedBy(counted, stretch);
    for (const partnerId of concerned) if (!paid.has(partnerId)) concerns.push({ partnerId, factSeq: fact.seq });
    if (fact.kind === 'maturity') continue;
    for (const partnerId of new Set([...paid, ...concerned])) figureOf(figures, partnerId, fact.occurredAt);
    for (const line of moved) {
      if (line.currency !== ownCurrency) continue;
      const figure = figureOf(figures, line.partnerId, fact.occurredAt);
      if (line.debit === 'commission_expense') figure.earned += line.amount;
      if (line.credit === 'commission_expense') figure.earned -= line.amount;
    }
  }
  const ordered = [...figures.values()].sort((a, b) => (a.partnerId < b.partnerId ? -1 : 1));
  return { days: days.rows(), figures: ordered, concerns, cohorts: addCohorts(stretch, zone) };
}

function addConversion(days: DaySums, { fact, programId, credits }: CountedFact, day: LocalDate): void {
  if (fact.kind !== 'sale' && fact.kind !== 'lead') return;
  const place = placeOf(fact, programId, day);
  const counted = fact.kind === 'sale' ? 'sales' : 'leads';
  addCompany(days, place, counted, 1n);
  const path = { grain: 'path', partnerId: NOBODY, key: fact.body.path ?? 'none', day, programId: place.programId } as const;
  days.add({ ...path, currency: place.currency }, counted, 1n);
  if (fact.kind === 'sale') days.add({ ...path, currency: place.currency }, 'amount', fact.amount ?? 0n);
  for (const [partnerId, own] of Map.groupBy(credits, (credit) => credit.partnerId)) {
    addPartner(days, { ...place, partnerId }, own[0], counted, 1n);
  }
  if (fact.kind === 'lead' || fact.amount === null) return;
  addShared(days, place, credits, 'amount', fact.amount);
}

/** A refund, a cancellation, a lost dispute: what they took of the lines, on the day they happened; what fails gives it back. */
function addTakenBack(days: DaySums, fact: Fact, day: LocalDate, { known, events }: Stretch): void {
  const target = fact.targetSeq === null ? undefined : known.get(fact.targetSeq);
  if (target === undefined || target.fact.kind !== 'sale') return;
  const taken = takenBy(fact, target.fact, events.get(target.fact.seq) ?? []);
  if (taken === 0n) return;
  const place = placeOf(target.fact, target.programId, day);
  const counted = taken > 0n ? 1n : -1n;
  addCompany(days, place, 'refunds', counted);
  for (const [partnerId, own] of Map.groupBy(target.credits, (credit) => credit.partnerId)) {
    addPartner(days, { ...place, partnerId }, own[0], 'refunds', counted);
  }
  addShared(days, place, target.credits, 'refunded', taken);
}

function addMoney(days: DaySums, line: Moved, day: LocalDate, known: ReadonlyMap<bigint, CountedFact>): void {
  const { partnerId, currency, commission } = line;
  if (line.credit === 'paid') {
    const whole = { grain: 'total', partnerId: NOBODY, key: '', day, programId: NOBODY, currency } as const;
    days.add(whole, 'paid', line.amount);
    days.add({ ...whole, partnerId }, 'paid', line.amount);
    return;
  }
  const moved = expenseOf(line);
  if (moved === null) return;
  const source = commission === null ? undefined : known.get(commission.factSeq);
  const credit = source?.credits.find(({ enrollmentId }) => enrollmentId === commission?.enrollmentId);
  const place = { day, programId: commission?.programId ?? NOBODY, currency, country: source?.fact.body.country ?? '' };
  addCompany(days, place, moved.measure, moved.amount);
  addPartner(days, { ...place, partnerId }, credit, moved.measure, moved.amount);
  if (moved.measure !== 'earned') return;
  addCompany(days, place, 'commissions', 1n);
  addPartner(days, { ...place, partnerId }, credit, 'commissions', 1n);
}

interface Place {
  readonly day: LocalDate;
  readonly programId: string;
  readonly currency: string;
  readonly country: string;
}

function placeOf(fact: Fact, programId: string | null, day: LocalDate): Place {
  return { day, programId: programId ?? NOBODY, currency: fact.currency ?? '', country: fact.body.country ?? '' };
}

function addCompany(days: DaySums, place: Place, measure: Measure, value: bigint): void {
  const { day, programId, currency, country } = place;
  const whole = { partnerId: NOBODY, day, programId, currency };
  days.add({ ...whole, grain: 'total', key: '' }, measure, value);
  days.add({ ...whole, grain: 'country', key: country }, measure, value);
}

function addPartner(
  days: DaySums,
  { day, programId, currency, country, partnerId }: Place & { readonly partnerId: string },
  credit: PlacedCredit | undefined,
  measure: Measure,
  value: bigint,
): void {
  const own: Omit<DayKey, 'grain' | 'key'> = { partnerId, day, programId, currency };
  days.add({ ...own, grain: 'total', key: '' }, measure, value);
  days.add({ ...own, grain: 'country', key: country }, measure, value);
  const { linkId = null, subId = null } = credit ?? {};
  if (linkId !== null) days.add({ ...own, grain: 'link', key: linkId }, measure, value);
  if (subId !== null) days.add({ ...own, grain: 'sub_id', key: subId }, measure, value);
}

/** An amount to the company whole, and to the partners in the parts of their credits, which sum to it. */
function addShared(days: DaySums, place: Place, credits: readonly PlacedCredit[], measure: Measure, amount: bigint): void {
  addCompany(days, place, measure, amount);
  if (credits.length === 0) return;
  const parts = allocateByRates(
    amount,
    credits.map(({ share }) => parseRate(share) ?? ZERO_RATE),
  );
  for (const [index, credit] of credits.entries()) {
    addPartner(days, { ...place, partnerId: credit.partnerId }, credit, measure, parts[index] ?? 0n);
  }
}

function concernedBy({ fact, credits }: CountedFact, { known, earners }: Stretch): Set<string> {
  const concerned = new Set(credits.map(({ partnerId }) => partnerId));
  if (fact.targetSeq === null) return concerned;
  for (const { partnerId } of known.get(fact.targetSeq)?.credits ?? []) concerned.add(partnerId);
  for (const partnerId of earners.get(fact.targetSeq) ?? []) concerned.add(partnerId);
  return concerned;
}

function figureOf(figures: Map<string, PartnerFigure>, partnerId: string, at: Instant): PartnerFigure {
  let figure = figures.get(partnerId);
  if (figure === undefined) {
    figure = { partnerId, earned: 0n, lastAt: at };
    figures.set(partnerId, figure);
  }
  figure.lastAt = Math.max(figure.lastAt, at);
  return figure;
}
