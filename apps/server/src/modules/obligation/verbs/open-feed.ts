import { randomBytes } from 'node:crypto';
import type { FeedAnswer } from '@cordee/contract/obligation';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { sha256 } from '../../../platform/crypto/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { mustKnowPartners } from '../../partner/index.ts';
import { endFeed, insertFeed } from '../feed.store.ts';
import { mayTakePart } from '../obligation.policy.ts';

/** Makes a secret address for a calendar: of one partner, or of all for the company. The address is in this answer only. */
export function openFeed(context: Context, asked: string | undefined, baseUrl: string): Promise<FeedAnswer> {
  const own = mayTakePart(context.actor);
  if (own !== null && asked !== undefined && asked !== own) throw new Refusal('forbidden');
  const partnerId = own ?? asked ?? null;
  return write<FeedAnswer>(context, async (tx) => {
    const { workspaceId, actor } = context;
    if (partnerId !== null) await mustKnowPartners(tx, workspaceId, [partnerId], () => 'partnerId');
    const createdAt = context.now();
    const id = newUuid(createdAt);
    const token = randomBytes(32).toString('base64url');
    await insertFeed(tx, workspaceId, { id, partnerId, byPartner: own !== null, createdAt, tokenHash: sha256(token), actor });
    const subject = encodeId('obf', id);
    const told = {
      id: subject,
      partnerId: partnerId === null ? null : encodeId('prt', partnerId),
      createdAt: formatInstant(createdAt),
    };
    return {
      result: { ...told, url: `${baseUrl}/api/v1/obligation-calendars/${token}.ics` },
      repeated: { ...told, url: null },
      audit: { action: 'obligation_feed.opened', subject, after: told },
    };
  });
}

/** Withdraws an address of one's own side: calendars find nothing there any more. Refuses `not_found`. */
export function revokeFeed(context: Context, id: string): Promise<void> {
  const own = mayTakePart(context.actor);
  return write(context, async (tx) => {
    if (!(await endFeed(tx, context.workspaceId, id, own, context.now()))) throw new Refusal('not_found');
    return { result: undefined, audit: { action: 'obligation_feed.revoked', subject: encodeId('obf', id) } };
  });
}
