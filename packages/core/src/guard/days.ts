import { addSpan, noticeEnd, paymentDueOn, type Place, quarterCommissionDueOn } from '../deadline/index.ts';
import { isLocalDate, type LocalDate } from '../time/index.ts';
import type { Answers, DayOf } from './guard-set.ts';

/** A case as rules are put to it. */
export interface Case {
  readonly answers: Answers;
  readonly today: LocalDate;
  readonly place: Place;
}

/** The day, or the questions that would have to be answered to know it. */
export function dayOf(day: DayOf, of: Case): LocalDate | readonly string[] {
  if ('day' in day) return of.today;
  if ('answer' in day) {
    const said = Object.hasOwn(of.answers, day.answer) ? of.answers[day.answer] : null;
    return typeof said === 'string' && isLocalDate(said) ? said : [day.answer];
  }
  if ('after' in day) return from(dayOf(day.after, of), (known) => addSpan(known, day.span, of.place));
  if ('quarterCommission' in day) return from(dayOf(day.quarterCommission, of), quarterCommissionDueOn);
  if ('payment' in day) return from(dayOf(day.payment, of), (known) => paymentDueOn(known, day.days, day.reading));
  const [notice, start] = [dayOf(day.noticeFrom, of), dayOf(day.startsOn, of)];
  if (typeof notice === 'string' && typeof start === 'string') return noticeEnd(day, start, notice);
  return [notice, start].flatMap((one) => (typeof one === 'string' ? [] : one));
}

function from(day: LocalDate | readonly string[], next: (known: LocalDate) => LocalDate): LocalDate | readonly string[] {
  return typeof day === 'string' ? next(day) : day;
}
