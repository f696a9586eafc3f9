import type { DisputeDetail, DisputeSummary } from '@cordee/contract/dispute';
import type { FileAnswer } from '@cordee/contract/file';
import type { Language } from '@cordee/contract/language';
import { daysOfStep, showsBrief } from '@cordee/core/escalation';
import { openDaysBetween } from '@cordee/core/deadline';
import { encodeId } from '@cordee/core/ids';
import type { Side } from '@cordee/core/partnership';
import { daysBetween, formatInstant, type LocalDate } from '@cordee/core/time';
import type { Wire } from '../../platform/http/index.ts';
import { placeOf } from './ladder/frozen-ladder.ts';
import { standingOf } from './standing.ts';
import type { BriefRecord } from './store/brief.store.ts';
import type { DecisionRecord } from './store/decision.store.ts';
import type { DisputeRecord } from './store/dispute.store.ts';
import type { EntryRecord } from './store/entry.store.ts';

export interface Reading {
  readonly language: Language;
  readonly today: LocalDate;
}

/** A dispute in a list; its run is the one of today. */
export function disputeToSummary(record: DisputeRecord, { language, today }: Reading): Wire<DisputeSummary> {
  const { ladder, run } = record;
  const { state, step, deadline, waitsFor, endedOn } = standingOf(run, ladder);
  const current = ladder.steps[step - 1];
  const left =
    deadline === null
      ? null
      : current?.dayKind === 'calendar'
        ? Math.max(0, daysBetween(today, deadline))
        : openDaysBetween(today, deadline, 'business', placeOf(ladder));
  return {
    id: encodeId('dsp', record.id),
    partnerId: encodeId('prt', record.partnerId),
    partnerName: record.partnerName,
    title: record.title,
    subject: { kind: record.subject, id: record.subjectId, clause: record.clause },
    openedBy: record.openedBy,
    openedAt: formatInstant(record.openedAt),
    state,
    step: {
      number: step,
      of: ladder.steps.length,
      kind: current?.kind ?? 'talks',
      level: current?.level[language] ?? '',
    },
    deadline,
    daysLeft: left,
    waitsFor,
    endedOn,
    holdsPayments: record.holdsPayments && (state === 'open' || state === 'paused'),
  };
}

/** The steps of the ladder, with what became of each. */
export function ladderToContract({ run, ladder }: DisputeRecord, { language, today }: Reading): Wire<DisputeDetail>['ladder'] {
  const place = placeOf(ladder);
  const { deadline } = standingOf(run, ladder);
  return ladder.steps.map(({ kind, level, people, days, dayKind, briefs, pauses, decides, decider }, index) => {
    const number = index + 1;
    const record = run.steps.find(({ step }) => step === number);
    const standing = record === undefined ? ('ahead' as const) : record.lastOn === null ? ('runs' as const) : ('over' as const);
    const gone = daysOfStep(run, number, ladder.steps, place, today);
    return {
      number,
      kind,
      level: level[language],
      people: people.map((person) => ({ ...person })),
      days,
      dayKind,
      briefs,
      pauses,
      decides,
      decider,
      standing,
      firstOn: record?.firstOn ?? null,
      lastOn: record?.lastOn ?? null,
      deadline: standing === 'runs' ? deadline : null,
      endedBy: record?.endedBy ?? null,
      extraDays: record?.extraDays ?? 0,
      counted: gone.filter(({ is }) => is === 'counted').length,
      holidays: gone.flatMap(({ on, holiday }) => (holiday === null ? [] : [{ on, name: holiday[language] }])),
    };
  });
}

/** Briefs that were handed in, as far as a side reads them. */
export function briefsToContract(
  { run, ladder }: DisputeRecord,
  briefs: readonly BriefRecord[],
  side: Side,
  filesOf: (id: string) => FileAnswer[],
): Wire<DisputeDetail>['briefs'] {
  return briefs.flatMap(({ id, step, side: by, texts, submittedAt, sha256 }) => {
    if (submittedAt === null || sha256 === null) return [];
    const isShown = by === side || showsBrief(run, ladder.steps, step);
    return [
      {
        step,
        side: by,
        submittedAt: formatInstant(submittedAt),
        sha256,
        texts: isShown ? texts : null,
        files: isShown ? filesOf(encodeId('dbr', id)) : [],
      },
    ];
  });
}

export function decisionToContract(decision: DecisionRecord, language: Language): Wire<DisputeDetail>['decisions'][number] {
  const { number, step, side, at, outcome, reasons, consequences, state } = decision;
  return {
    number,
    step,
    by: side,
    at: formatInstant(at),
    outcome,
    reasons,
    state,
    consequences: consequences.map((one) => ({
      kind: one.kind,
      by: one.kind === 'obligation' ? one.by : one.kind === 'claim' ? ('company' as const) : null,
      text: one.kind === 'obligation' ? one.title[language] : one.kind === 'text' ? one.text : claimTitle(one.claimId)[language],
      claimId: one.kind === 'claim' ? encodeId('clm', one.claimId) : null,
      dueOn: one.dueOn,
    })),
  };
}

/** What the company owes by a decision about a claim. */
export function claimTitle(claimId: string): Readonly<Record<Language, string>> {
  const id = encodeId('clm', claimId);
  return { en: `Put claim ${id} right`, fr: `Régler la réclamation ${id}` };
}

export function entriesToContract(
  entries: readonly EntryRecord[],
  names: readonly (string | null)[],
  filesOf: (number: number) => FileAnswer[],
): Wire<DisputeDetail>['entries'] {
  return entries.map(({ number, at, kind, side, data, links, hash }, index) => {
    const { step = '1', text = null, links: _, ...more } = data;
    return {
      number,
      at: formatInstant(at),
      kind,
      side,
      author: names[index] ?? null,
      step: Number(step),
      text,
      data: more,
      links: [...links],
      files: filesOf(number),
      hash,
    };
  });
}
