import type { ChangeProgramTerms, Program } from '@cordee/contract/program';
import { encodeId } from '@cordee/core/ids';
import { decidePlace, type PlaceDecision } from '@cordee/core/program';
import { formatInstant, type Instant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { changeTerms } from '../../fact/index.ts';
import { findPlan, isPublished, selectVersions, type VersionRecord } from '../plan.store.ts';
import { placeAt, toContract } from '../program-answer.ts';
import { mustManagePrograms } from '../program.policy.ts';
import { announceLinks, findProgram, readWorkspace } from '../program.store.ts';
import { conflict, unknownId } from '../refusals.ts';
import { insertPlace, selectPlaces, type PlaceEntry } from '../place.store.ts';

/**
 * Gives a program another place among programs, or another default plan, from an instant on; what happens before is counted as it
 * was. Refuses `not_found`, `unknown_reference` for a plan of another program, `notice_too_short` with the earliest instant that the
 * version in force allows, and `conflict` for the past, before a change that is announced, or a plan without a version in force by then.
 */
export function changeProgramTerms(context: Context, programId: string, input: ChangeProgramTerms): Promise<Program> {
  mustManagePrograms(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const recordedAt = await changeTerms(tx, workspaceId, context.now());
    const program = await findProgram(tx, workspaceId, programId);
    if (program === null) throw new Refusal('not_found');
    const history = await selectPlaces(tx, workspaceId, [programId]);
    const last = history.reduce((a, b) => (b.from >= a.from ? b : a));
    const value = { precedence: input.precedence ?? last.value.precedence, planId: input.planId ?? last.value.planId };
    const from = await fromWhen(tx, workspaceId, { programId, history, last, input, recordedAt });

    const entry: PlaceEntry = { programId, number: history.length, from, recordedAt, value };
    await insertPlace(tx, workspaceId, entry);
    await announceLinks(tx, workspaceId);
    const result = toContract(program, [...history, entry], recordedAt);
    const before = toContract(program, history, recordedAt);
    return { result, audit: { action: 'program.terms_changed', subject: encodeId('prg', programId), before, after: result } };
  });
}

interface Asked {
  readonly programId: string;
  readonly history: readonly PlaceEntry[];
  readonly last: PlaceEntry;
  readonly input: ChangeProgramTerms;
  readonly recordedAt: Instant;
}

async function fromWhen(tx: Tx, workspaceId: string, asked: Asked): Promise<Instant> {
  const { programId, history, last, input, recordedAt } = asked;
  const { planId } = input;
  if (planId !== undefined && (await findPlan(tx, workspaceId, planId))?.programId !== programId) {
    throw new Refusal('unknown_reference', [unknownId('planId', 'pln', planId)]);
  }
  const current = placeAt(history, recordedAt).planId;
  const versions = await selectVersions(tx, workspaceId, [...new Set([current, planId ?? current])]);
  const decision = decidePlace({
    lastFrom: last.from,
    noticeDays: inForce(versions, current, recordedAt)?.document.noticeDays ?? null,
    changesPlan: planId !== undefined && planId !== last.value.planId,
    wish: input.from ?? null,
    recordedAt,
    zone: (await readWorkspace(tx, workspaceId)).zone,
  });
  if (!decision.ok) throw tooSoon(decision);
  if (planId !== undefined && inForce(versions, planId, decision.from) === undefined) throw notInForce();
  return decision.from;
}

function inForce(versions: readonly VersionRecord[], planId: string, at: Instant) {
  const begun = versions.filter(isPublished).filter((version) => version.planId === planId && version.effectiveAt <= at);
  return begun.toSorted((a, b) => b.effectiveAt - a.effectiveAt)[0];
}

function tooSoon({ reason, earliest }: Extract<PlaceDecision, { ok: false }>): Refusal {
  const date = formatInstant(earliest);
  if (reason === 'notice') {
    const message = {
      en: `The notice of the version in force allows ${date} at the earliest.`,
      fr: `Le préavis de la version en vigueur permet au plus tôt le ${date}.`,
    };
    return new Refusal('notice_too_short', [{ path: 'from', rule: 'notice', message, example: date }]);
  }
  if (reason === 'past') {
    const message = {
      en: `What has happened is counted: it may begin on ${date} at the earliest.`,
      fr: `Ce qui s’est passé est compté : cela peut commencer au plus tôt le ${date}.`,
    };
    return conflict('from', 'not_past', message, date);
  }
  const message = {
    en: `Another change begins on ${date}: this one cannot begin before.`,
    fr: `Un autre changement commence le ${date} : celui-ci ne peut commencer avant.`,
  };
  return conflict('from', 'after_last', message, date);
}

function notInForce(): Refusal {
  return conflict('planId', 'in_force', {
    en: 'This plan has no version in force by then: publish one first, or choose a later date.',
    fr: 'Ce barème n’a aucune version en vigueur à cette date : publiez-en une, ou choisissez une date plus tardive.',
  });
}
