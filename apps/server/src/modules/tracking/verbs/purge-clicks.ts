import type { RetentionAnswer, RetentionBody } from '@cordee/contract/tracking';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { countClicksBefore, deleteClicksBefore, longestWindowDays, MARGIN_DAYS } from '../clicks.store.ts';
import { mustPurge } from '../tracking.policy.ts';

const DAY_MS = 86_400_000;

/**
 * Deletes clicks older than `olderThanDays`, or only counts them. Never those that a plan could still credit: at least the
 * longest window ever published and thirty days are kept. Daily sums stay, and facts hold the touches they were counted with.
 */
export async function purgeClicks(context: Context, body: RetentionBody): Promise<RetentionAnswer> {
  mustPurge(context.actor);
  return write(context, async (tx) => {
    const minimumDays = (await longestWindowDays(tx, context.workspaceId)) + MARGIN_DAYS;
    if (body.olderThanDays < minimumDays) throw tooRecent(minimumDays);
    const before = context.now() - body.olderThanDays * DAY_MS;
    const months = body.dryRun
      ? await countClicksBefore(tx, context.workspaceId, before)
      : await deleteClicksBefore(tx, context.workspaceId, before);
    const clicks = months.reduce((sum, month) => sum + month.clicks, 0);
    const result = { dryRun: body.dryRun, before: formatInstant(before), minimumDays, clicks, months };
    const subject = encodeId('wsp', context.workspaceId);
    return { result, audit: body.dryRun ? null : { action: 'clicks.purged', subject, after: result } };
  });
}

function tooRecent(minimumDays: number): Refusal {
  return new Refusal('invalid_request', [
    {
      path: 'olderThanDays',
      rule: 'minimum',
      message: {
        en: `At least ${minimumDays} days are kept: the longest attribution window and ${MARGIN_DAYS} days.`,
        fr: `Au moins ${minimumDays} jours sont conservés : la plus longue fenêtre d'attribution et ${MARGIN_DAYS} jours.`,
      },
      example: minimumDays,
    },
  ]);
}
