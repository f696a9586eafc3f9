import type { LocalDate } from '@cordee/core/time';
import { endOf } from '@cordee/core/obligation';
import type { Tx } from '../../../platform/db/index.ts';
import { selectTerms } from '../terms.store.ts';

/** Whether a charter binds a partner on a day: what is earned without one accrues, and is not paid out. */
export type CharterStanding = 'none' | 'not_begun' | 'in_force' | 'ended';

/** How the charters of a partner stand on a day, the best of them. */
export async function charterStanding(tx: Tx, workspaceId: string, partnerId: string, day: LocalDate): Promise<CharterStanding> {
  const charters = (await selectTerms(tx, workspaceId, partnerId)).filter(({ source }) => source.startsWith('chr_'));
  const found = charters.map(({ terms, dates }): CharterStanding => {
    if (terms.length === 0 || dates.signedOn === null) return 'none';
    if (day < dates.startsOn) return 'not_begun';
    const end = endOf(terms, dates);
    return end !== null && end < day ? 'ended' : 'in_force';
  });
  return (['in_force', 'not_begun', 'ended'] as const).find((one) => found.includes(one)) ?? 'none';
}
