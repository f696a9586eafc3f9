import { addSpan, noticeEnd, type Place, type Term, termOf, termOn } from '../deadline/index.ts';
import type { DutyTerms } from '../obligation/index.ts';
import type { LocalDate } from '../time/index.ts';

/** What an agreement says about its own end. */
export interface EndTerms {
  readonly terms: readonly DutyTerms[];
  readonly startsOn: LocalDate;
  /** The last day, where its end was said already. */
  readonly saidOn: LocalDate | null;
}

/** By what the last day is found. */
export type EndBasis = 'notice' | 'term' | 'said' | 'law' | 'nothing';

export interface EarliestEnd {
  /** By the agreement; null where it says nothing, or where there is none. */
  readonly contractOn: LocalDate | null;
  /** By the law; null where no rule gives a day. */
  readonly lawOn: LocalDate | null;
  /** The last day, never before the notice nor the law's. */
  readonly endsOn: LocalDate;
  readonly basis: EndBasis;
}

/** The earliest last day when one side gives notice on a day: what the agreement asks, or the law where that is later. */
export function earliestEnd(
  agreement: EndTerms | null,
  lawOn: LocalDate | null,
  noticedOn: LocalDate,
  place: Place,
): EarliestEnd {
  const contract = agreement === null ? null : endByContract(agreement, noticedOn, place);
  const contractOn = contract?.on ?? null;
  if (lawOn !== null && lawOn > (contractOn ?? noticedOn)) return { contractOn, lawOn, endsOn: lawOn, basis: 'law' };
  if (contract === null) return { contractOn, lawOn, endsOn: noticedOn, basis: 'nothing' };
  return { contractOn, lawOn, endsOn: contract.on < noticedOn ? noticedOn : contract.on, basis: contract.basis };
}

interface ContractEnd {
  readonly on: LocalDate;
  readonly basis: 'notice' | 'term' | 'said';
}

/** Each way out the agreement offers is open: the first one to lead outside counts. Of several notices the longest binds. */
function endByContract({ terms, startsOn, saidOn }: EndTerms, noticedOn: LocalDate, place: Place): ContractEnd | null {
  const ways: ContractEnd[] = saidOn === null ? [] : [{ on: saidOn, basis: 'said' }];
  const notices = terms.flatMap((one) => (one.kind === 'notice' ? [noticeEnd(one, startsOn, noticedOn)] : []));
  const longest = notices.toSorted().at(-1);
  if (longest !== undefined) ways.push({ on: longest, basis: 'notice' });
  for (const one of terms) {
    const on = one.kind === 'duration' ? endOfTerm(one, startsOn, noticedOn, place) : null;
    if (on !== null) ways.push({ on, basis: 'term' });
  }
  return ways.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0] ?? null;
}

/** The last day of the term that can still be refused; of the one that runs where renewing takes both. */
function endOfTerm(
  one: Extract<DutyTerms, { kind: 'duration' }>,
  startsOn: LocalDate,
  noticedOn: LocalDate,
  place: Place,
): LocalDate | null {
  const { months, renewal, renewalMonths, refusal } = one;
  if (months === null) return null;
  const duration = { startsOn, months, renewalMonths: renewal === 'none' ? null : (renewalMonths ?? months) };
  const term: Term | null = (noticedOn < startsOn ? termOf(duration, 1) : termOn(duration, noticedOn)) ?? termOf(duration, 1);
  if (term === null) return null;
  const isLate =
    renewal === 'tacit' &&
    refusal !== undefined &&
    noticedOn > addSpan(term.lastOn, { ...refusal, count: -refusal.count }, place);
  return (isLate ? termOf(duration, term.number + 1) : term)?.lastOn ?? term.lastOn;
}
