import { localDateOf } from '@cordee/core/time';
import { transaction, withWorkspace } from '../../../platform/db/index.ts';
import type { TaxParts } from '../parts.ts';
import { loadPolicy } from '../policy.store.ts';
import { companyPlace } from '../table.store.ts';
import { selectDue } from '../vat.store.ts';
import { enqueueCheck } from './ask-check.ts';

const DAY_MS = 86_400_000;
const AT_ONCE = 500;

/** Has the numbers asked about again whose answer is a month old, or that nobody could say anything about a day ago; how many. */
export function recheckVat({ db, now }: TaxParts, workspaceId: string): Promise<number> {
  return transaction(db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    if (!(await loadPolicy(tx, workspaceId)).checksVat) return 0;
    const at = now();
    const today = localDateOf(at, (await companyPlace(tx, workspaceId)).zone);
    const due = await selectDue(tx, workspaceId, { today, answered: at - 30 * DAY_MS, tried: at - DAY_MS, limit: AT_ONCE });
    for (const { partnerId, vatNumber } of due) await enqueueCheck(tx, { workspaceId, partnerId, vatNumber, attempt: 1 });
    return due.length;
  });
}
