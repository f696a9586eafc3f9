import { decodeId } from '@cordee/core/ids';
import { type LocalDate, startOfDay } from '@cordee/core/time';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import { recordAudit } from '../../platform/verb.ts';
import { changePlanOf } from '../program/index.ts';
import { annexStanding } from './annex.ts';
import { updateStanding } from './charter-change.store.ts';
import type { VersionRecord } from './charter.store.ts';
import type { HeldCharter } from './hold-charter.ts';
import { annexDiffers, conflict } from './refusals.ts';

/** A version that both signed holds from its first day, or from that of the last signature, which is told. */
export async function markSigned(
  tx: Tx,
  { workspaceId, now }: Context,
  version: VersionRecord,
  lastSignedOn: LocalDate,
): Promise<LocalDate> {
  const holdsFrom = version.document.startsOn ?? lastSignedOn;
  await updateStanding(tx, workspaceId, version, { state: 'signed', signedAt: now(), holdsFrom });
  return holdsFrom;
}

/** The enrollment runs on the plan that was signed from the first day on. Refuses `conflict` if another version would run by now. */
export async function takePlan(
  tx: Tx,
  context: Context,
  { document }: VersionRecord,
  holdsFrom: string,
  held: Pick<HeldCharter, 'charter' | 'today' | 'zone' | 'now'>,
): Promise<void> {
  const { annex } = document;
  const standing = await annexStanding(tx, context.workspaceId, { annex, startsOn: holdsFrom }, held);
  if (annex === null || standing === 'runs') return;
  const [enrollmentId, planId] = [decodeId('enr', annex.enrollmentId), decodeId('pln', annex.planId)];
  if (standing !== 'other_plan' || enrollmentId === null || planId === null) throw conflict(annexDiffers);
  const start = startOfDay(holdsFrom, held.zone);
  const { audit } = await changePlanOf(tx, context, enrollmentId, { planId, ...(start > held.now ? { from: start } : {}) });
  await recordAudit(tx, context, audit);
}
