import { decodeId, encodeId } from '@cordee/core/ids';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { selectSent } from './mail.store.ts';

/** A mail about a dispute that went out to somebody of a side. */
export interface DisputeNotice {
  readonly mailId: string;
  readonly disputeId: string;
  readonly step: number;
  readonly side: 'company' | 'partner';
  readonly recipient: string;
  readonly subject: string;
  readonly at: Instant;
}

/** What a mail about a dispute is told apart by; whom it was for can be read from it. */
export function disputeOccasion(dispute: string, step: number, side: 'company' | 'partner', event: string): string {
  return `${dispute} ${step} ${side} ${event}`;
}

/** Mails about disputes that were sent since an instant: what is kept as notice once mails are forgotten. */
export async function disputeNotices(tx: Tx, workspaceId: string, since: Instant): Promise<DisputeNotice[]> {
  const sent = await selectSent(tx, workspaceId, 'dispute_news', since);
  return sent.flatMap(({ id, occasion, recipient, subject, endedAt, createdAt }) => {
    const [dispute = '', step = '', side] = occasion.split(' ');
    const disputeId = decodeId('dsp', dispute);
    if (disputeId === null || (side !== 'company' && side !== 'partner')) return [];
    return [{ mailId: encodeId('mal', id), disputeId, step: Number(step), side, recipient, subject, at: endedAt ?? createdAt }];
  });
}
