import type { CharterDocument } from '../charter/index.ts';
import { addSpan, calendarOf } from '../deadline/index.ts';
import type { Finding } from '../guard/index.ts';
import type { DutyOwner, DutyTerms, DutyText } from '../obligation/index.ts';
import type { Side } from '../partnership/index.ts';
import { firstDayOf, shiftDate, shiftMonths, type LocalDate } from '../time/index.ts';
import { type ExitStepKey, exitStepKeys, exitStepTexts } from './exit-words.ts';
import { retentionOf } from './retention.ts';

/** One dated thing of an exit. */
export interface ExitStep {
  /** The same for the same thing, however often it is rehearsed. */
  readonly id: string;
  readonly key: ExitStepKey;
  readonly title: DutyText;
  /** Null: nothing that is agreed gives a day. */
  readonly on: LocalDate | null;
  readonly owner: DutyOwner;
  /** The article of the charter, or the text of law it follows from. */
  readonly source: string | null;
}

interface Left {
  readonly today: LocalDate;
  readonly side: Side;
  readonly noticedOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly document: CharterDocument | null;
  readonly terms: readonly DutyTerms[];
  readonly findings: readonly Finding[];
  readonly country: string;
}

/** All dated steps of an exit, in the order of their days; those without a day come last. */
export function exitSteps(left: Left): ExitStep[] {
  const steps = [...agreedSteps(left), ...lastingSteps(left), ...lawSteps(left), ...retentionSteps(left)];
  return steps.toSorted(
    (a, b) => order(a.on, b.on) || exitStepKeys.indexOf(a.key) - exitStepKeys.indexOf(b.key) || order(a.id, b.id),
  );
}

function agreedSteps({ side, noticedOn, endsOn, document }: Left): ExitStep[] {
  const step = (key: keyof typeof exitStepTexts, on: LocalDate | null, owner: DutyOwner, isAgreed = true): ExitStep => ({
    id: key,
    key,
    title: exitStepTexts[key],
    on,
    owner,
    source: document !== null && isAgreed ? 'exit' : null,
  });
  const exit = document?.exit ?? null;
  const runOffOn = exit === null ? null : shiftMonths(endsOn, exit.runOffMonths);
  const lastEarning = runOffOn ?? endsOn;
  return [
    step('notice', noticedOn, side, false),
    step('last_new', endsOn, 'company'),
    step('end', endsOn, 'both', false),
    step('assets', exit === null ? null : endsOn, 'partner'),
    step('data', exit === null ? null : shiftDate(endsOn, exit.accessDays), 'both'),
    step('run_off', runOffOn, 'company'),
    // A month is closed once it is over.
    step('last_statement', runOffOn === null ? null : shiftMonths(firstDayOf(lastEarning, 'month'), 1), 'company', false),
    step('final_account', exit === null ? null : shiftDate(endsOn, exit.balanceDays), 'company'),
    step('access', exit === null ? null : shiftDate(endsOn, exit.accessDays), 'company'),
  ];
}

function lastingSteps({ terms, endsOn }: Left): ExitStep[] {
  return terms.flatMap((one): ExitStep[] => {
    if (one.kind !== 'confidentiality' && one.kind !== 'non_compete') return [];
    const on = shiftMonths(endsOn, one.months);
    const source = `clause:${one.key.split('.')[0] ?? one.key}`;
    return [{ id: `${one.kind}/${one.key}`, key: one.kind, title: exitStepTexts[one.kind], on, owner: one.by, source }];
  });
}

function lawSteps({ findings }: Left): ExitStep[] {
  return findings.flatMap(({ code, source, days }) =>
    days.map(({ key, label, on }) => ({
      id: `law/${code}/${key}`,
      key: 'law' as const,
      title: label,
      on,
      owner: 'both' as const,
      source,
    })),
  );
}

function retentionSteps({ country, today, endsOn }: Left): ExitStep[] {
  const place = { calendar: calendarOf(country), region: null };
  return retentionOf(country, today).map(({ key, text, source, from, span }) => ({
    id: `retention/${key}`,
    key: 'retention' as const,
    title: text,
    on: addSpan(from === 'end' ? endsOn : `${endsOn.slice(0, 4)}-12-31`, span, place),
    owner: 'both' as const,
    source,
  }));
}

function order(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}
