import type { LadderAnswer } from '@cordee/contract/dispute-settings';
import { usualLadderOn, type LadderSet } from '@cordee/core/escalation';
import type { LocalDate } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';
import { selectLadders, type OwnLadder } from './ladder.store.ts';

/** The set that holds on a day: the company's own, else the one that comes with the program. */
export async function ladderSetOn(tx: Tx, workspaceId: string, day: LocalDate): Promise<LadderSet> {
  const own = (await selectLadders(tx, workspaceId)).findLast(({ validFrom }) => validFrom <= day);
  return own?.document ?? usualLadderOn(day);
}

/** The same for people, with what is to come. */
export async function ladderAnswerOn(tx: Tx, workspaceId: string, day: LocalDate): Promise<LadderAnswer> {
  const own = await selectLadders(tx, workspaceId);
  const now = own.findLast(({ validFrom }) => validFrom <= day);
  const later = own.filter(({ validFrom }) => validFrom > day).map(toAnswer);
  if (now !== undefined) return { ...toAnswer(now), later };
  const { validFrom, validTo: _, source, ...set } = usualLadderOn(day);
  return { own: false, validFrom, source: { ...source }, set: wireOf(set), later };
}

function toAnswer({ validFrom, document, sourceFr, sourceEn }: OwnLadder) {
  return { own: true, validFrom, source: { fr: sourceFr, en: sourceEn }, set: wireOf(document) };
}

function wireOf(set: LadderSet): LadderAnswer['set'] {
  return { ...set, rungs: set.rungs.map((rung) => ({ ...rung, level: { ...rung.level } })), mediation: set.mediation };
}
