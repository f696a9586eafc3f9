import type { LocalDate } from '@cordee/core/time';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { partnerNames } from '../partner/index.ts';
import { loadSetting, loadSituations, type Setting, type Situation } from './situation.ts';

/** What is so for one partner that day, today unless said. Refuses `not_found` for an unknown partner. */
export async function loadPartner(
  tx: Tx,
  { workspaceId, now: clock }: Context,
  partnerId: string,
  day?: LocalDate,
): Promise<{ setting: Setting; situation: Situation; on: LocalDate }> {
  if (!(await partnerNames(tx, workspaceId, [partnerId])).has(partnerId)) throw new Refusal('not_found');
  const now = clock();
  const setting = await loadSetting(tx, workspaceId, now);
  const on = day ?? setting.today;
  const situation = (await loadSituations(tx, workspaceId, [partnerId], { setting, on, now })).get(partnerId);
  if (situation === undefined) throw new Error('a partner was lost while its taxes were read');
  return { setting, situation, on };
}
