import type { CharterDates, DutyChanges, DutyTerms } from '@cordee/core/obligation';
import { compareDuties, compileDuties } from '@cordee/core/obligation';
import { calendarOf } from '@cordee/core/deadline';
import { localDateOf, shiftMonths } from '@cordee/core/time';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import { ownPartner } from '../../platform/own-partner.ts';
import { zoneOf } from '../fact/index.ts';
import { addEntry, type NewEntry } from './obligation.store.ts';
import { endDuties, findTerms, holdPartner, insertDuties, insertTerms, moveDuty, selectDuties } from './terms.store.ts';

const horizonMonths = 24;

/** What is promised to and by a partner from today on, under one source. */
export interface DutiesInput {
  readonly partnerId: string;
  readonly source: string;
  readonly terms: readonly DutyTerms[];
  readonly dates: CharterDates;
  readonly country: string;
  readonly region: string | null;
}

export interface SetDuties extends DutyChanges {
  readonly version: number;
}

/** What setting these terms would change from today on; nothing is written. The caller holds the partner. */
async function changesOf(tx: Tx, context: Pick<Context, 'workspaceId' | 'now'>, input: DutiesInput) {
  const { workspaceId } = context;
  const { partnerId, source, terms, dates, country, region } = input;
  const today = localDateOf(context.now(), await zoneOf(tx, workspaceId));
  const place = { calendar: calendarOf(country), region };
  const known = await selectDuties(tx, workspaceId, partnerId, source);
  const settled = new Set(known.filter(({ isSettled }) => isSettled).map(({ key }) => key));
  const compiled = compileDuties({ terms, dates, place }, shiftMonths(today, horizonMonths));
  const open = known.filter(({ isSettled }) => !isSettled);
  const changes = compareDuties(
    open,
    compiled.filter(({ key }) => !settled.has(key)),
    today,
  );
  const ids = new Map(known.map(({ key, id }) => [key, id]));
  return {
    changes,
    idOf: (key: string) => ids.get(key) ?? '',
    version: (await findTerms(tx, workspaceId, partnerId, source))?.version ?? 0,
  };
}

/** What setting these terms would change; nothing is written. */
export async function previewDutiesIn(tx: Tx, context: Context, input: DutiesInput): Promise<SetDuties> {
  await holdPartner(tx, context.workspaceId, input.partnerId);
  const { changes, version } = await changesOf(tx, context, input);
  return { ...changes, version };
}

/**
 * Sets what is promised under a source, within the transaction of whoever says so: obligations are added, moved and ended from today on.
 * What was due before, and what is settled, stays. Repeating it changes nothing. The caller answers for who may, and for the audit row.
 */
export async function setDutiesIn(tx: Tx, context: Context, input: DutiesInput): Promise<SetDuties> {
  await holdPartner(tx, context.workspaceId, input.partnerId);
  const { changes, version: last, idOf } = await changesOf(tx, context, input);
  const version = last + 1;
  await insertTerms(tx, context.workspaceId, { ...input, version }, context.now(), context.actor);
  await writeChanges(tx, context, input, changes, idOf);
  return { ...changes, version };
}

/** Compiles the terms that hold further ahead; no version is added. How many obligations came of it. */
export async function extendDutiesIn(tx: Tx, context: Context, input: DutiesInput): Promise<number> {
  await holdPartner(tx, context.workspaceId, input.partnerId);
  const { changes, idOf } = await changesOf(tx, context, input);
  await writeChanges(tx, context, input, { ...changes, gone: [], moved: [] }, idOf);
  return changes.added.length;
}

async function writeChanges(
  tx: Tx,
  context: Context,
  { partnerId, source }: DutiesInput,
  { added, gone, moved }: DutyChanges,
  idOf: (key: string) => string,
): Promise<void> {
  const { workspaceId, actor } = context;
  const at = context.now();
  // Who signs a charter last may be of the partner.
  const side = actor.kind === 'system' ? 'clock' : ownPartner(actor) === null ? 'company' : 'partner';
  const said: Omit<NewEntry, 'kind'> = { at, side, actor, text: null, links: [] };
  for (const id of await insertDuties(tx, workspaceId, { partnerId, source, at }, added)) {
    await addEntry(tx, workspaceId, id, { ...said, kind: 'created' });
  }
  for (const { before, after } of moved) {
    await moveDuty(tx, workspaceId, idOf(before.key), after);
    await addEntry(tx, workspaceId, idOf(before.key), { ...said, kind: 'moved', text: `${before.dueOn} → ${after.dueOn}` });
  }
  const ids = gone.map(({ key }) => idOf(key));
  for (const id of ids) await addEntry(tx, workspaceId, id, { ...said, kind: 'ended' });
  if (ids.length > 0) await endDuties(tx, workspaceId, ids, at);
}
