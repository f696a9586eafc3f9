import type { LeavingAnswer } from '@cordee/contract/leaving';
import { actOnLeaving, type Leaving, type LeavingAct } from '@cordee/core/exit';
import { encodeId } from '@cordee/core/ids';
import type { Side } from '@cordee/core/partnership';
import { localDateOf, shiftMonths, type LocalDate } from '@cordee/core/time';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Wire } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { write } from '../../platform/verb.ts';
import { type CharterToLeave, charterToLeave } from '../charter/index.ts';
import { zoneOf } from '../fact/index.ts';
import { findPartner } from '../partner/index.ts';
import { leavingAnswer } from './leaving-answer.ts';
import { addEntry, type EntryKind, findLeaving, type LeavingRecord, updateLeaving } from './leaving.store.ts';
import { impossible, nobodyLeaves } from './refusals.ts';

/** Days in which everybody fetches what is theirs where no charter says how many. */
const usualAccessDays = 30;

/** What is agreed about the time after the end, by the charter that is left. */
export function agreedAfter(charter: CharterToLeave | null, endsOn: LocalDate): Pick<LeavingRecord, 'runOffOn' | 'accessDays'> {
  if (charter === null) return { runOffOn: null, accessDays: usualAccessDays };
  const { runOffMonths, accessDays } = charter.document.exit;
  return { runOffOn: runOffMonths === 0 ? null : shiftMonths(endsOn, runOffMonths), accessDays };
}

export interface Held {
  readonly record: LeavingRecord;
  readonly charter: CharterToLeave | null;
  readonly today: LocalDate;
}

/** What was done, for the history both read and for the audit trail. */
export interface Done {
  readonly next: LeavingRecord;
  readonly kind: EntryKind;
  readonly text: string | null;
}

/**
 * Does something about a leaving in one transaction, with its entry and its audit row: `act` says how it stands after. Refuses
 * `not_found` where there is none.
 */
export function actIn(
  context: Context,
  partnerId: string,
  side: Side,
  act: (tx: Tx, held: Held) => Promise<Done>,
): Promise<Wire<LeavingAnswer>> {
  const { workspaceId, actor } = context;
  return write(context, async (tx) => {
    const record = await mustFindLeaving(tx, workspaceId, partnerId, true);
    const today = localDateOf(context.now(), await zoneOf(tx, workspaceId));
    const charter = await charterToLeave(tx, workspaceId, partnerId, today);
    const { next, kind, text } = await act(tx, { record, charter, today });
    await updateLeaving(tx, workspaceId, next);
    await addEntry(tx, workspaceId, record.id, { at: context.now(), kind, side, actor, text, endsOn: next.endsOn });
    const result = await leavingAnswer(tx, context, partnerId, side);
    const after = { partnerId: result.partnerId, side, state: next.state, endsOn: next.endsOn, offer: next.offer, text };
    return { result, audit: { action: `leaving.${kind}`, subject: encodeId('lvg', record.id), after } };
  });
}

/** The leaving of a partner. Refuses `not_found` for a partner nobody knows, and `conflict` where nobody gave notice. */
export async function mustFindLeaving(tx: Tx, workspaceId: string, partnerId: string, isHeld = false): Promise<LeavingRecord> {
  const record = await findLeaving(tx, workspaceId, partnerId, isHeld);
  if (record !== null) return record;
  throw (await findPartner(tx, workspaceId, partnerId)) === null ? new Refusal('not_found') : nobodyLeaves();
}

/** How the machine says it stands after an act. Refuses `conflict`. */
export function mustAllow(record: LeavingRecord, today: LocalDate, act: LeavingAct): Leaving {
  const next = actOnLeaving(record, today, act);
  if (typeof next === 'string') throw impossible(next);
  return next;
}

/** The codes of gates that a refused move was kept by. */
export function shutGates(error: unknown): string[] {
  if (!(error instanceof Refusal) || error.code !== 'gates_shut') return [];
  return error.fields.map(({ path }) => path.replace(/^waivers\./, ''));
}
