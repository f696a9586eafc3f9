import type { CharterDates, DutyChanges, DutyTerms } from '@cordee/core/obligation';
import { compareDuties, compileDuties } from '@cordee/core/obligation';
import { localDateOf, shiftMonths } from '@cordee/core/time';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import { ownPartner } from '../../platform/own-partner.ts';
import { zoneOf } from '../fact/index.ts';
import { dutyPlaceOf, isSamePlace, placeOf, type PlaceNames } from './duty-place.ts';
import { addEntry, type NewEntry } from './obligation.store.ts';
import {
  endDuties,
  findTerms,
  holdPartner,
  insertDuties,
  insertTerms,
  moveDuty,
  selectDuties,
  type TermsRecord,
} from './terms.store.ts';

const horizonMonths = 24;

/** What is promised to and by a partner from today on, under one source. */
export interface DutiesInput {
  readonly partnerId: string;
  readonly source: string;
  readonly terms: readonly DutyTerms[];
  readonly dates: CharterDates;
  /** Whose holidays count; null: as the settings say, now and when they change. */
  readonly country: string | null;
  readonly region: string | null;
}

/** Where the days of these terms are counted. */
function placeNamesOf(
  tx: Tx,
  workspaceId: string,
  { partnerId, country, region }: DutiesInput,
): Promise<PlaceNames> | PlaceNames {
  if (country === null) return dutyPlaceOf(tx, workspaceId, partnerId);
  return { country, region, alsoCountry: null, alsoRegion: null };
}

export interface SetDuties extends DutyChanges {
  readonly version: number;
}

/** What setting these terms would change from today on; nothing is written. The caller holds the partner. */
async function changesOf(tx: Tx, context: Pick<Context, 'workspaceId' | 'now'>, input: DutiesInput, names: PlaceNames) {
  const { workspaceId } = context;
  const { partnerId, source, terms, dates } = input;
  const today = localDateOf(context.now(), await zoneOf(tx, workspaceId));
  const place = await placeOf(names);
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
  const names = await placeNamesOf(tx, context.workspaceId, input);
  const { changes, version } = await changesOf(tx, context, input, names);
  return { ...changes, version };
}

/**
 * Sets what is promised under a source, within the transaction of whoever says so: obligations are added, moved and ended from today on.
 * What was due before, and what is settled, stays. Repeating it changes nothing. The caller answers for who may, and for the audit row.
 */
export async function setDutiesIn(tx: Tx, context: Context, input: DutiesInput): Promise<SetDuties> {
  await holdPartner(tx, context.workspaceId, input.partnerId);
  const names = await placeNamesOf(tx, context.workspaceId, input);
  const { changes, version: last, idOf } = await changesOf(tx, context, input, names);
  const version = last + 1;
  await insertTerms(
    tx,
    context.workspaceId,
    { ...input, ...names, followsSettings: input.country === null, version },
    context.now(),
    context.actor,
  );
  await writeChanges(tx, context, input, changes, idOf);
  return { ...changes, version };
}

/**
 * Compiles the terms that hold further ahead; no version is added, unless the settings say another place since: then what is to come moves.
 * How many obligations came of it or moved.
 */
export async function extendDutiesIn(tx: Tx, context: Context, known: TermsRecord): Promise<number> {
  await holdPartner(tx, context.workspaceId, known.partnerId);
  const input = { ...known, country: known.followsSettings ? null : known.country };
  const names = known.followsSettings ? await placeNamesOf(tx, context.workspaceId, input) : known;
  if (!isSamePlace(names, known)) {
    const { added, moved } = await setDutiesIn(tx, context, input);
    return added.length + moved.length;
  }
  const { changes, idOf } = await changesOf(tx, context, input, names);
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
