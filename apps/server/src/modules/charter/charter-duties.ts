import { charterDuties, versionOn } from '@cordee/core/charter';
import { encodeId } from '@cordee/core/ids';
import { localDateOf, shiftDate, type LocalDate } from '@cordee/core/time';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import { zoneOf } from '../fact/index.ts';
import { type DutiesInput, previewDutiesIn, setDutiesIn, type SetDuties } from '../obligation/index.ts';
import { selectCharters, selectSignatures, selectVersionsOf, type CharterRecord, type VersionRecord } from './charter.store.ts';
import { findMark, updateMark } from './duties.store.ts';

/**
 * Makes the obligations of a charter those of the version that holds today; before its first day, those of the first one that will. The
 * caller holds the charter. Null when they are already.
 */
export async function followVersion(tx: Tx, context: Context, id: string): Promise<SetDuties | null> {
  const { workspaceId } = context;
  const [charter] = await selectCharters(tx, workspaceId, { id, limit: 1 });
  if (charter === undefined) return null;
  const versions = await selectVersionsOf(tx, workspaceId, [id]);
  const version = versionToFollow(charter, versions, localDateOf(context.now(), await zoneOf(tx, workspaceId)));
  if (version === null) return null;
  const { endsOn } = charter;
  const mark = await findMark(tx, workspaceId, id);
  if (mark.version === version.number && mark.endsOn === endsOn) return null;
  const told = await setDutiesIn(tx, context, await dutiesOf(tx, workspaceId, charter, versions, version));
  await updateMark(tx, workspaceId, id, { version: version.number, endsOn });
  return told;
}

/** What would fall due otherwise from today on if a version that is under way held; null for one that holds, held, or never will. */
export async function previewVersion(
  tx: Tx,
  context: Context,
  charter: CharterRecord,
  version: VersionRecord,
): Promise<SetDuties | null> {
  const { workspaceId } = context;
  const today = localDateOf(context.now(), await zoneOf(tx, workspaceId));
  const { state, holdsFrom } = version;
  const isToCome = state === 'signed' || state === 'announced' ? (holdsFrom ?? '') > today : state !== 'dropped';
  if (!isToCome) return null;
  const versions = await selectVersionsOf(tx, workspaceId, [charter.id]);
  const startsOn = version.document.startsOn ?? today;
  return previewDutiesIn(
    tx,
    context,
    await dutiesOf(tx, workspaceId, charter, versions, { ...version, holdsFrom: holdsFrom ?? startsOn }),
  );
}

function versionToFollow({ endsOn }: CharterRecord, versions: readonly VersionRecord[], today: LocalDate): VersionRecord | null {
  // After the end what was promised for it goes on by the last version that held.
  const lastDay = endsOn === null ? null : shiftDate(endsOn, -1);
  const day = lastDay !== null && lastDay < today ? lastDay : today;
  return versionOn(versions, day, null) ?? firstOf(versions) ?? null;
}

function firstOf(versions: readonly VersionRecord[]): VersionRecord | undefined {
  const signed = versions.filter(({ state }) => state === 'signed');
  return signed.toSorted((a, b) => ((a.holdsFrom ?? '') < (b.holdsFrom ?? '') ? -1 : 1))[0];
}

/** A charter's days are counted from its first version: an amendment begins no year, no quarter and no delay anew. */
async function dutiesOf(
  tx: Tx,
  workspaceId: string,
  { id, partnerId, endsOn }: CharterRecord,
  versions: readonly VersionRecord[],
  version: VersionRecord,
): Promise<DutiesInput> {
  const first = firstOf(versions) ?? version;
  const signatures = (await selectSignatures(tx, workspaceId, id)).filter(({ version: of }) => of === first.number);
  const startsOn = first.holdsFrom ?? version.holdsFrom ?? '';
  const signedOn =
    signatures
      .map((one) => one.signedOn)
      .toSorted()
      .at(-1) ?? null;
  return {
    partnerId,
    source: encodeId('chr', id),
    terms: charterDuties(version.document),
    dates: {
      signedOn: first.state === 'signed' ? signedOn : startsOn,
      startsOn,
      noticedOn: null,
      endsOn: endsOn === null ? null : shiftDate(endsOn, -1),
    },
    // Whose holidays count, the settings say.
    country: null,
    region: null,
  };
}
