import { addSpan, noticeEnd, paymentDueOn, type Place, termOf } from '../deadline/index.ts';
import { shiftDate, shiftMonths, type LocalDate } from '../time/index.ts';
import type { Cadence, CharterDates, DurationTerms, DutyKind, DutyOwner, DutyTerms, DutyText, ProofKind } from './duty-terms.ts';
import { dutyWords, termWords } from './duty-words.ts';

/** One dated thing that somebody owes. */
export interface Duty {
  /** The same for the same promise of the same turn, however often terms are compiled. */
  readonly key: string;
  readonly kind: DutyKind;
  readonly owner: DutyOwner;
  readonly title: DutyText;
  readonly dueOn: LocalDate;
  /** Days before it is due, most first. */
  readonly remindDays: readonly number[];
  readonly proof: ProofKind;
}

/** A charter as far as duties are compiled of it. */
export interface Compiled {
  readonly terms: readonly DutyTerms[];
  readonly dates: CharterDates;
  readonly place: Place;
}

export const usualRemindDays: readonly number[] = [14, 3, 0];

/** However short its pace, one promise gives no more turns than this: the horizon is somebody's, too. */
const mostTurns = 600;

/**
 * The duties that follow from terms, due up to the horizon and on it, in order of their days. Linear in what it returns. What is counted
 * from the end of the charter waits until that is known.
 */
export function compileDuties({ terms, dates, place }: Compiled, horizon: LocalDate): Duty[] {
  const endsOn = endOf(terms, dates);
  const found: Duty[] = [];
  for (const one of terms) {
    for (const turn of turnsOf(one, { dates, place, endsOn, horizon })) {
      if (turn.dueOn > horizon) continue;
      found.push({
        key: `${one.kind}/${one.key}${turn.suffix}`,
        kind: one.kind,
        owner: turn.owner,
        title: one.title ?? turn.title ?? dutyWords[one.kind],
        dueOn: turn.dueOn,
        remindDays: one.remindDays ?? usualRemindDays,
        proof: turn.proof,
      });
    }
  }
  return found.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.key < b.key ? -1 : 1));
}

/** The last day of a charter: agreed, or by its notice, or by a duration that nobody renews. Null while it is open. */
export function endOf(terms: readonly DutyTerms[], { endsOn, noticedOn, startsOn }: CharterDates): LocalDate | null {
  if (endsOn !== null) return endsOn;
  for (const one of terms) if (one.kind === 'notice' && noticedOn !== null) return noticeEnd(one, startsOn, noticedOn);
  for (const one of terms) {
    if (one.kind === 'duration' && one.renewal === 'none' && one.months !== null) {
      return shiftDate(shiftMonths(startsOn, one.months), -1);
    }
  }
  return null;
}

interface Days {
  readonly dates: CharterDates;
  readonly place: Place;
  readonly endsOn: LocalDate | null;
  readonly horizon: LocalDate;
}

interface Turn {
  readonly suffix: string;
  readonly dueOn: LocalDate;
  readonly owner: DutyOwner;
  readonly proof: ProofKind;
  readonly title?: DutyText;
}

function* turnsOf(one: DutyTerms, days: Days): Generator<Turn> {
  const { dates, place, endsOn } = days;
  const { startsOn, signedOn, noticedOn } = dates;
  switch (one.kind) {
    case 'duration':
      return yield* termsOf(one, days);
    case 'notice':
      if (noticedOn !== null && endsOn !== null) yield { suffix: '', dueOn: endsOn, owner: 'both', proof: 'none' };
      return;
    case 'payment':
      if (one.cadence === null) {
        yield { suffix: '', dueOn: paymentDueOn(startsOn, one.days, one.reading), owner: one.by, proof: 'payment' };
        return;
      }
      // A period is paid for once it is over, also one that notice cut off last.
      for (const { suffix, on } of repeats(startsOn, one.cadence, startsOn, days.horizon, endsOn)) {
        yield { suffix, dueOn: paymentDueOn(shiftDate(on, -1), one.days, one.reading), owner: one.by, proof: 'payment' };
      }
      return;
    case 'meeting':
    case 'review':
      for (const { suffix, on } of repeats(startsOn, one.cadence, startsOn, days.horizon, endsOn)) {
        yield { suffix, dueOn: on, owner: one.by, proof: 'statement' };
      }
      return;
    case 'document': {
      const first = addSpan(signedOn ?? startsOn, one.fromSignature ?? { count: 0, unit: 'day' }, place);
      return yield* firstAndAgain(first, one.cadence, { owner: one.by, proof: 'document' }, days);
    }
    case 'training': {
      const first = addSpan(startsOn, one.within, place);
      return yield* firstAndAgain(first, one.cadence, { owner: one.by, proof: 'document' }, days);
    }
    case 'other':
      return yield* firstAndAgain(one.dueOn, one.cadence, { owner: one.by, proof: one.proof }, days);
    case 'confidentiality':
    case 'non_compete':
      if (endsOn !== null) yield { suffix: '', dueOn: shiftMonths(endsOn, one.months), owner: one.by, proof: 'none' };
      return;
    case 'run_off':
      if (endsOn === null) return;
      for (const { suffix, on } of repeats(endsOn, one.cadence, endsOn, days.horizon, shiftMonths(endsOn, one.months))) {
        yield { suffix, dueOn: on, owner: one.by, proof: 'payment' };
      }
      return;
    case 'exit':
      if (endsOn !== null) yield { suffix: '', dueOn: addSpan(endsOn, one.within, place), owner: one.by, proof: 'statement' };
      return;
    case 'escalation':
    case 'mediation':
      return;
  }
}

function* termsOf(one: DurationTerms, { dates, place, endsOn, horizon }: Days): Generator<Turn> {
  const { months, renewal, renewalMonths, refusal } = one;
  if (months === null) return;
  const duration = { startsOn: dates.startsOn, months, renewalMonths: renewal === 'tacit' ? (renewalMonths ?? months) : null };
  for (let number = 1; number <= mostTurns; number += 1) {
    const term = termOf(duration, number);
    if (term === null || (endsOn !== null && renewal !== 'none' && term.lastOn >= endsOn)) return;
    const dueOn = refusal === undefined ? term.lastOn : addSpan(term.lastOn, { ...refusal, count: -refusal.count }, place);
    const due = { suffix: `/${number}`, dueOn: renewal === 'none' ? term.lastOn : dueOn, owner: 'both' } as const;
    if (renewal === 'tacit') yield { ...due, proof: 'none' };
    else yield { ...due, proof: renewal === 'none' ? 'none' : 'statement', title: termWords[renewal] };
    if (term.lastOn > horizon) return;
  }
}

function* firstAndAgain(
  first: LocalDate,
  cadence: Cadence | null,
  owes: Pick<Turn, 'owner' | 'proof'>,
  days: Days,
): Generator<Turn> {
  if (days.endsOn !== null && first > days.endsOn) return;
  yield { suffix: cadence === null ? '' : `/${cadence.every}-${cadence.pace}/0`, dueOn: first, ...owes };
  if (cadence === null) return;
  for (const { suffix, on } of repeats(first, cadence, first, days.horizon, days.endsOn)) yield { suffix, dueOn: on, ...owes };
}

const monthsOf = { month: 1, quarter: 3, half_year: 6, year: 12 } as const;

/** The days after `from` that a cadence names, up to the earlier of horizon and end. Each is counted from `base`, so that month ends do not creep. */
function* repeats(
  base: LocalDate,
  { every, pace }: Cadence,
  from: LocalDate,
  horizon: LocalDate,
  endsOn: LocalDate | null,
): Generator<{ suffix: string; on: LocalDate }> {
  const until = endsOn !== null && endsOn < horizon ? endsOn : horizon;
  // The day after the last one of a charter still ends its last period.
  const last = endsOn === until ? shiftDate(until, 1) : until;
  for (let turn = 1; turn <= mostTurns; turn += 1) {
    const on = pace === 'week' ? shiftDate(base, 7 * every * turn) : shiftMonths(base, monthsOf[pace] * every * turn);
    if (on > last) return;
    if (on > from) yield { suffix: `/${every}-${pace}/${turn}`, on };
  }
}
