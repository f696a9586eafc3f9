import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { mustBeStaffMember } from '../identity.policy.ts';
import type { PartnerExists } from '../member-partner.ts';
import type { PortalViews } from '../portal-view.ts';

const HOUR_MS = 3_600_000;

/** Lets a member of the company see the portal as a partner does, for an hour, reading only. Refuses `not_found`. */
export function viewPortal(context: Context, partnerId: string, views: PortalViews, partnerExists: PartnerExists) {
  const userId = mustBeStaffMember(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    if (!(await partnerExists(tx, workspaceId, partnerId))) throw new Refusal('not_found');
    const expiresAt = context.now() + HOUR_MS;
    const until = formatInstant(expiresAt);
    return {
      result: { view: views.make({ userId, workspaceId, partnerId, expiresAt }), expiresAt: until },
      audit: { action: 'portal.viewed', subject: encodeId('prt', partnerId), after: { until } },
    };
  });
}
