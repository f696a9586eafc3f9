import { versionOn } from '@cordee/core/charter';
import type { LeftCharter } from '@cordee/core/exit';
import { shiftDate, type LocalDate } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';
import { selectCharters, selectSignatures, selectVersionsOf } from '../charter.store.ts';

/** The charter of a partner that would be left. */
export interface CharterToLeave extends LeftCharter {
  readonly id: string;
  readonly version: number;
}

/** The charter that holds on a day, or the last one that held before; null when none ever did. */
export async function charterToLeave(
  tx: Tx,
  workspaceId: string,
  partnerId: string,
  day: LocalDate,
): Promise<CharterToLeave | null> {
  const charters = (await selectCharters(tx, workspaceId, { partnerId, limit: 20 })).filter(({ isDropped }) => !isDropped);
  const versions = Map.groupBy(
    await selectVersionsOf(
      tx,
      workspaceId,
      charters.map(({ id }) => id),
    ),
    ({ charterId }) => charterId,
  );
  // Newest first: one that was followed by another is not the one to leave.
  for (const { id, endsOn } of charters) {
    const lastDay = endsOn === null ? null : shiftDate(endsOn, -1);
    const own = versions.get(id) ?? [];
    const version = versionOn(own, lastDay !== null && lastDay < day ? lastDay : day, null);
    const first = own
      .filter(({ state }) => state === 'signed' || state === 'announced')
      .toSorted((a, b) => ((a.holdsFrom ?? '') < (b.holdsFrom ?? '') ? -1 : 1))[0];
    if (version === null || first === undefined) continue;
    const signed = (await selectSignatures(tx, workspaceId, id)).filter(({ version: of }) => of === first.number);
    return {
      id,
      version: version.number,
      document: version.document,
      startsOn: first.holdsFrom ?? version.holdsFrom ?? day,
      signedOn:
        signed
          .map(({ signedOn }) => signedOn)
          .toSorted()
          .at(-1) ?? null,
      saidOn: lastDay,
    };
  }
  return null;
}
