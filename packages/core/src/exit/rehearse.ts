import { type CharterDocument, charterDuties } from '../charter/index.ts';
import type { Place } from '../deadline/index.ts';
import { type Answers, checkCase, type Finding, type GuardSet } from '../guard/index.ts';
import { compileDuties, type Duty, type DutyOwner, type DutyText } from '../obligation/index.ts';
import type { Side } from '../partnership/index.ts';
import { shiftDate, shiftMonths, type LocalDate } from '../time/index.ts';
import { type EarliestEnd, earliestEnd } from './earliest-end.ts';
import { type ExitGap, exitPlanGaps } from './exit-plan.ts';
import { exitSteps, type ExitStep } from './exit-steps.ts';
import { type ExitBalance, finalAccount, type FinalLine } from './final-account.ts';

/** The charter that would be left. */
export interface LeftCharter {
  readonly document: CharterDocument;
  /** Of its first version: what years of notice are counted from. */
  readonly startsOn: LocalDate;
  readonly signedOn: LocalDate | null;
  /** Its last day, where that was said. */
  readonly saidOn: LocalDate | null;
}

/** What is owed today, of the charter and by hand. */
export interface OpenDuty {
  readonly id: string;
  readonly key: string;
  /** Follows from the charter, so that its end changes it. */
  readonly isOfCharter: boolean;
  readonly owner: DutyOwner;
  readonly title: DutyText;
  readonly dueOn: LocalDate;
}

/** Who leaves, when, and all that is known of the case. */
export interface ExitCase {
  readonly today: LocalDate;
  readonly side: Side;
  readonly noticedOn: LocalDate;
  /** A last day that is given instead of the earliest: agreed by both, or later than it has to be. */
  readonly endsOn: LocalDate | null;
  readonly charter: LeftCharter | null;
  readonly guards: GuardSet;
  /** What the contract is in the eyes of the law; null: no rule can be put to it. */
  readonly contractKind: string | null;
  readonly place: Place;
  readonly programs: readonly { readonly enrollmentId: string; readonly name: string }[];
  readonly open: readonly OpenDuty[];
  readonly balances: readonly ExitBalance[];
  readonly customers: number;
}

export interface ExitRehearsal {
  readonly end: EarliestEnd;
  /** The last day everything below is counted from. */
  readonly endsOn: LocalDate;
  /** It is before what contract or law ask: only both together can agree to it. */
  readonly needsBoth: boolean;
  readonly steps: readonly ExitStep[];
  /** Until when the customers brought before earn in each program; null: nothing is agreed. */
  readonly runOff: readonly { readonly enrollmentId: string; readonly name: string; readonly until: LocalDate | null }[];
  readonly duties: {
    /** Owed until the end, as they are. */
    readonly before: readonly OpenDuty[];
    /** Owed today, and gone with the end. */
    readonly gone: readonly OpenDuty[];
    /** Owed after the end. */
    readonly after: readonly (Pick<Duty, 'key' | 'owner' | 'title' | 'dueOn'> & { readonly id: string | null })[];
  };
  readonly customers: { readonly count: number; readonly rule: DutyText | null };
  readonly account: readonly FinalLine[];
  readonly findings: readonly Finding[];
  readonly gaps: readonly ExitGap[];
}

/** Twelve years on: what lasts longer than that is shown by its step. */
const horizonMonths = 144;

/** What leaving would mean: each day, duty and amount that follows, and what nobody has agreed on. Nothing is guessed. */
export function rehearseExit(of: ExitCase): ExitRehearsal {
  const { charter, noticedOn, place } = of;
  const document = charter?.document ?? null;
  const terms = document === null ? [] : charterDuties(document);
  const agreement = charter === null ? null : { terms, startsOn: charter.startsOn, saidOn: charter.saidOn };
  const end = earliestEnd(agreement, lawEnd(of), noticedOn, place);
  const endsOn = of.endsOn ?? end.endsOn;
  const after =
    charter === null
      ? []
      : compileDuties(
          { terms, dates: { signedOn: charter.signedOn, startsOn: charter.startsOn, noticedOn: null, endsOn }, place },
          shiftMonths(endsOn, horizonMonths),
        ).filter(({ dueOn }) => dueOn > endsOn);
  const findings = findingsOf(of, endsOn);
  const runOffOn = document === null ? null : shiftMonths(endsOn, document.exit.runOffMonths);
  return {
    end,
    endsOn,
    needsBoth: endsOn < end.endsOn,
    steps: exitSteps({
      today: of.today,
      side: of.side,
      noticedOn,
      endsOn,
      document,
      terms,
      findings,
      country: of.guards.country,
    }),
    runOff: of.programs.map((program) => ({ ...program, until: runOffOn })),
    duties: dutiesOf(of.open, after, endsOn),
    customers: { count: of.customers, rule: document?.exit.customers ?? null },
    account: finalAccount(of.balances, earnsOn(runOffOn, of)),
    findings,
    gaps: exitPlanGaps(document),
  };
}

/** Until the run-off is over customers may go on earning; where none is agreed nobody can say. */
function earnsOn(runOffOn: LocalDate | null, { programs, today }: ExitCase): boolean {
  return programs.length > 0 && (runOffOn === null || runOffOn >= today);
}

function dutiesOf(open: readonly OpenDuty[], after: readonly Duty[], endsOn: LocalDate): ExitRehearsal['duties'] {
  const stays = new Set(after.map(({ key }) => key));
  const later = open.filter(({ dueOn }) => dueOn > endsOn);
  const own = later.filter(({ isOfCharter }) => !isOfCharter);
  const compiled = after.map(({ key, owner, title, dueOn }) => ({ key, owner, title, dueOn, id: null }));
  return {
    before: open.filter(({ dueOn }) => dueOn <= endsOn),
    gone: later.filter(({ isOfCharter, key }) => isOfCharter && !stays.has(key)),
    after: [...compiled, ...own].toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)),
  };
}

/** The day a rule of law gives for the end of a notice; the latest of them. */
function lawEnd(of: ExitCase): LocalDate | null {
  const days = findingsFor(of, {}).flatMap(({ days: found }) => found.filter(({ key }) => key === 'notice_end'));
  return (
    days
      .map(({ on }) => on)
      .toSorted()
      .at(-1) ?? null
  );
}

/** What the law says of this end: what is not respected, and days that follow. */
function findingsOf(of: ExitCase, endsOn: LocalDate): Finding[] {
  const endedBy = of.side === 'company' ? 'company' : 'agent';
  return findingsFor(of, { ends_on: endsOn, contract_ended_on: endsOn, ended_by: endedBy }).filter(
    ({ state, days }) => state === 'broken' || days.length > 0,
  );
}

function findingsFor(of: ExitCase, more: Answers): Finding[] {
  const { charter, contractKind, guards, noticedOn, today, place } = of;
  if (charter === null || contractKind === null) return [];
  const nonCompete = charter.document.clauses.flatMap(({ terms }) =>
    terms.flatMap((one) => (one.kind === 'non_compete' ? [one.months] : [])),
  );
  const answers: Answers = {
    contract_kind: contractKind,
    starts_on: charter.startsOn,
    fixed_term: false,
    notice_on: noticedOn,
    written_notice: true,
    non_compete: nonCompete.length > 0,
    ...(nonCompete.length > 0 ? { non_compete_written: true, non_compete_months: Math.max(...nonCompete) } : {}),
    ...more,
  };
  return checkCase(guards, { answers, today, place }).filter(({ state }) => state !== 'not_concerned');
}

/** The first day after the last one. */
export function dayAfter(endsOn: LocalDate): LocalDate {
  return shiftDate(endsOn, 1);
}
