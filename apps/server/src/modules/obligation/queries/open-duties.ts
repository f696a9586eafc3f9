import type { OpenDuty } from '@cordee/core/exit';
import type { LocalDate } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';
import { selectObligations } from '../obligation.store.ts';

/** More than a person reads; a rehearsal says so by the days it shows. */
const most = 1000;

/** What is owed in a partnership today, by the day it is due. */
export async function openDuties(tx: Tx, workspaceId: string, partnerId: string, today: LocalDate): Promise<OpenDuty[]> {
  const wanted = { partnerId, state: 'open', owner: null, until: null, after: null, today, limit: most } as const;
  return (await selectObligations(tx, workspaceId, wanted)).map(({ id, key, source, owner, titleFr, titleEn, dueOn }) => ({
    id,
    key,
    isOfCharter: source.startsWith('chr_'),
    owner,
    title: { fr: titleFr, en: titleEn },
    dueOn,
  }));
}
