import type { QualificationDetail } from '@cordee/contract/qualification';
import { shownTo, wrongAnswers, type Answers } from '@cordee/core/qualification';
import type { Side } from '@cordee/core/partnership';
import type { Context } from '../../../platform/context.ts';
import { keepOwn, revealBoth, selectOwn } from '../blind-answers.store.ts';
import { closeKept, openKept, sealOf, type Kept } from '../kept-answers.ts';
import type { QualificationParts } from '../parts.ts';
import { endQualification, setSeal, type QualificationRecord } from '../qualification.store.ts';
import { asQuestionnaire } from '../questionnaire-answer.ts';
import { stands, wrongAnswer } from '../refusals.ts';
import { writeQualification } from '../write-qualification.ts';

/** Keeps the answers of the writer's side, in place of what it had. Refuses `conflict` once it has sealed or the qualification is over. */
export function keepAnswers(
  context: Context,
  parts: QualificationParts,
  id: string,
  answers: Answers,
): Promise<QualificationDetail> {
  return writeQualification(context, parts, id, async (tx, before, { side }) => {
    mustBeOpen(before, side, context.now());
    mustFit(before, answers);
    const { nonce } = openKept(parts.sealer, await selectOwn(tx, context.workspaceId, id, side));
    const sealed = closeKept(parts.sealer, { answers, nonce });
    await keepOwn(tx, context.workspaceId, id, { side, sealed, at: context.now() });
    return { action: 'answers_kept' };
  });
}

/**
 * Seals the answers of the writer's side; when the other has sealed too, both are revealed in the same transaction. What is no longer
 * asked by the answers given is left out.
 */
export function sealAnswers(
  context: Context,
  parts: QualificationParts,
  id: string,
  given: Answers | undefined,
): Promise<QualificationDetail> {
  return writeQualification(context, parts, id, async (tx, before, { side }) => {
    const { workspaceId } = context;
    const at = context.now();
    mustBeOpen(before, side, at);
    const draft = openKept(parts.sealer, await selectOwn(tx, workspaceId, id, side));
    const all = given ?? draft.answers;
    mustFit(before, all);
    const kept: Kept = { answers: askedOnly(before, all), nonce: draft.nonce };
    if (Object.keys(kept.answers).length === 0) throw stands.nothing;
    await keepOwn(tx, workspaceId, id, { side, sealed: closeKept(parts.sealer, kept), at });
    await setSeal(tx, workspaceId, id, side, { seal: sealOf(before, side, kept), at });
    const other: Side = side === 'company' ? 'partner' : 'company';
    if (before.sealings[other] === null) return { action: 'sealed' };
    if (!(await revealBoth(tx, workspaceId, id))) throw new Error('both sides have sealed and are not there');
    await endQualification(tx, workspaceId, id, { state: 'revealed', at });
    return { action: 'revealed' };
  });
}

function mustBeOpen({ state, expiresAt, sealings }: QualificationRecord, side: Side, now: number): void {
  if (state !== 'open' || expiresAt <= now) throw stands.over;
  if (sealings[side] !== null) throw stands.sealed;
}

function mustFit({ document }: QualificationRecord, answers: Answers): void {
  const wrong = wrongAnswers(asQuestionnaire(document), answers);
  if (wrong.length > 0) throw wrongAnswer(wrong);
}

function askedOnly({ document }: QualificationRecord, answers: Answers): Answers {
  const shown = shownTo(asQuestionnaire(document), answers);
  return Object.fromEntries(Object.entries(answers).filter(([key]) => shown.get(key) === 'yes'));
}
