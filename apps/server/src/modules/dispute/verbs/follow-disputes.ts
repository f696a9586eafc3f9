import { reminderDay } from '@cordee/core/escalation';
import type { Side } from '@cordee/core/partnership';
import { type Instant, localDateOf, shiftDate } from '@cordee/core/time';
import type { Actor, Context } from '../../../platform/context.ts';
import { transaction, withWorkspace, type Database, type Tx } from '../../../platform/db/index.ts';
import { write } from '../../../platform/verb.ts';
import { workspaceIds, zoneOf } from '../../fact/index.ts';
import { mustFollow } from '../dispute.policy.ts';
import { auditOf, holdDispute } from '../hold-dispute.ts';
import { placeOf } from '../ladder/frozen-ladder.ts';
import { standingOf } from '../standing.ts';
import { lockDispute, markReminded, selectDue } from '../store/dispute.store.ts';
import { addEntry, selectEntries } from '../store/entry.store.ts';

const JOB = 'dispute.follow';
const CLOCK: Actor = { kind: 'system', job: JOB };
const dayMs = 86_400_000;
/** Two business days lie at most so many days ahead: over Easter or the end of a year. */
const aheadDays = 10;
/** Mails are tried for three days; what was sent by then is kept as notice. */
const noticeDays = 5;

/** A mail about a dispute that went out. */
export interface Notice {
  readonly mailId: string;
  readonly disputeId: string;
  readonly step: number;
  readonly side: Side;
  readonly recipient: string;
  readonly subject: string;
  readonly at: Instant;
}

export interface FollowParts {
  readonly db: Database;
  readonly now: () => Instant;
  /** Mails about disputes that were sent since an instant. */
  readonly notices: (tx: Tx, workspaceId: string, since: Instant) => Promise<readonly Notice[]>;
}

/**
 * What the clock does: steps up when the days are over, ends pauses that lasted too long, reminds once before a step ends, and keeps which
 * mails went out to whom. Anywhere, twice or late: each dispute is held and looked at again.
 */
export async function followDisputes(parts: FollowParts): Promise<void> {
  for (const workspaceId of await workspaceIds(parts.db)) await followDisputesOf(parts, workspaceId);
}

/** The same for one workspace. Returns how many disputes something was done about. */
export async function followDisputesOf(parts: FollowParts, workspaceId: string): Promise<number> {
  const { db, now } = parts;
  const context: Context = { actor: CLOCK, workspaceId, db, now, language: 'en', requestId: JOB };
  const { due, notices } = await transaction(db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    const today = localDateOf(now(), await zoneOf(tx, workspaceId));
    return {
      due: await selectDue(tx, workspaceId, shiftDate(today, aheadDays)),
      notices: await parts.notices(tx, workspaceId, now() - noticeDays * dayMs),
    };
  });
  let done = 0;
  for (const id of due) if (await followOne(context, id)) done += 1;
  for (const [id, sent] of Map.groupBy(notices, ({ disputeId }) => disputeId)) {
    if (await keepNotices(context, id, sent)) done += 1;
  }
  return done;
}

async function followOne(context: Context, id: string): Promise<boolean> {
  const { workspaceId } = context;
  mustFollow(context.actor);
  return write(context, async (tx) => {
    const before = await entriesOf(tx, workspaceId, id);
    const record = await holdDispute(tx, context, id, null);
    const hasMoved = (await entriesOf(tx, workspaceId, id)) > before;
    const { deadline, step } = standingOf(record.run, record.ladder);
    const today = localDateOf(context.now(), await zoneOf(tx, workspaceId));
    const rung = record.ladder.steps[step - 1];
    const isNear = deadline !== null && rung !== undefined && reminderDay(deadline, rung, placeOf(record.ladder)) <= today;
    if (!isNear || record.remindedFor === deadline) return { result: hasMoved, audit: null };
    await markReminded(tx, workspaceId, id, deadline);
    const data = { step: String(step), deadline };
    await addEntry(tx, workspaceId, id, { at: context.now(), kind: 'reminded', side: 'clock', actor: CLOCK, data, links: [] });
    return { result: true, audit: auditOf(record, 'reminded', null, null) };
  });
}

async function entriesOf(tx: Tx, workspaceId: string, id: string): Promise<number> {
  await lockDispute(tx, workspaceId, id);
  return (await selectEntries(tx, workspaceId, id)).length;
}

/** Mails are forgotten after a while; that they went out, and to whom, stays. */
async function keepNotices(context: Context, id: string, sent: readonly Notice[]): Promise<boolean> {
  const { workspaceId } = context;
  mustFollow(context.actor);
  return write(context, async (tx) => {
    if (!(await lockDispute(tx, workspaceId, id))) return { result: false, audit: null };
    const entries = await selectEntries(tx, workspaceId, id);
    const known = new Set(entries.filter(({ kind }) => kind === 'notified').map(({ data }) => data['mail']));
    const fresh = sent.filter(({ mailId }) => !known.has(mailId));
    for (const { mailId, step, side, recipient: address, subject, at } of fresh) {
      const recipient = side === 'company' ? masked(address) : address;
      const data = { step: String(step), to: side, recipient, subject, mail: mailId, sentAt: new Date(at).toISOString() };
      await addEntry(tx, workspaceId, id, { at: context.now(), kind: 'notified', side: 'clock', actor: CLOCK, data, links: [] });
    }
    return { result: fresh.length > 0, audit: null };
  });
}

/** Both sides read the trail: of the company's people a partner learns no address. */
function masked(address: string): string {
  return address.replace(/^(.)[^@]*/u, '$1…');
}
