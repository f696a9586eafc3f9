import type { IncomingHttpHeaders } from 'node:http';
import type { PassThrough } from 'node:stream';
import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Authenticate } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { eventText, factEvent } from './live-event.ts';
import { countedThrough, selectTold, type Told } from './live.store.ts';

/** Somebody who listens. */
export interface Listener {
  /** The partner it is limited to. */
  readonly own: string | null;
  readonly actor: Actor;
  readonly headers: IncomingHttpHeaders;
  readonly stream: PassThrough;
  readonly endsAt: number;
  /** The last fact it was told of. */
  seq: bigint;
}

/** More than this at once is not told one by one. */
const mostTold = 200;
/** What a reader who does not read may have waiting. */
export const mostBytes = 1_000_000;

export interface News {
  readonly told: readonly Told[];
  readonly through: bigint;
}

/** The latest facts after a place: no more than are told one by one. */
export async function newsAfter(tx: Tx, workspaceId: string, after: bigint): Promise<News> {
  const through = await countedThrough(tx, workspaceId);
  if (through <= after) return { told: [], through };
  const from = through - after > BigInt(mostTold) ? through - BigInt(mostTold) : after;
  return { told: await selectTold(tx, workspaceId, from, through), through };
}

/** Tells a listener what is new to it. */
export function tell(listener: Listener, { told, through }: News): void {
  if (through <= listener.seq || !listener.stream.writable) return;
  const missed = through - listener.seq;
  const skipped = missed > BigInt(mostTold) ? missed - BigInt(mostTold) : 0n;
  if (skipped > 0n) listener.stream.write(eventText('skipped', { facts: skipped }));
  for (const one of told) {
    if (one.seq <= listener.seq) continue;
    const text = factEvent(one, listener.own);
    if (text !== null) listener.stream.write(text);
  }
  listener.seq = through;
  // Whoever does not read comes back and goes on from where it was.
  if (listener.stream.writableLength > mostBytes) listener.stream.destroy();
}

/** Whether it may still listen, as what it was. */
export async function isStillIn(authenticate: Authenticate, { headers, actor }: Listener, workspaceId: string): Promise<boolean> {
  try {
    const caller = await authenticate({ headers, needsWorkspace: true });
    return caller !== null && caller.workspaceId === workspaceId && JSON.stringify(caller.actor) === JSON.stringify(actor);
  } catch (error) {
    // Refused is out; a database that is away for a moment is not.
    return !(error instanceof Refusal);
  }
}

export function end({ stream }: Listener): void {
  if (stream.writable) stream.end(eventText('end', {}));
}

/** A comment that keeps the connection alive. */
export function beat({ stream }: Listener): void {
  if (stream.writable) stream.write(': beat\n\n');
}

/** The place a reader asks to go on from. */
export function resumedFrom(headers: IncomingHttpHeaders): bigint | null {
  const id = headers['last-event-id'];
  return typeof id === 'string' && /^\d{1,18}$/.test(id) ? BigInt(id) : null;
}
