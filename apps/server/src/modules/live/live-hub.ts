import { PassThrough, type Readable } from 'node:stream';
import type { IncomingHttpHeaders } from 'node:http';
import type { Actor, Context } from '../../platform/context.ts';
import { transaction, withWorkspace, type Database, type Tx } from '../../platform/db/index.ts';
import type { Authenticate } from '../../platform/http/index.ts';
import { ownPartner } from '../../platform/own-partner.ts';
import { Refusal } from '../../platform/refusal.ts';
import { eventText, factEvent } from './live-event.ts';
import { countedThrough, selectTold, type Told } from './live.store.ts';

export interface LiveOptions {
  readonly db: Database;
  readonly authenticate: Authenticate;
  readonly onError: (error: unknown) => void;
  /** How often it looks for news. */
  readonly everyMs?: number;
  /** How often it shows that it lives, and asks whether the reader may still listen. */
  readonly beatMs?: number;
}

export interface LiveRequest {
  readonly headers: IncomingHttpHeaders;
  readonly seconds: number;
}

export interface LiveHub {
  /** A stream of events for one reader. Refuses `unavailable` when too many listen already, or the server stops. */
  open(context: Context, request: LiveRequest): Promise<Readable>;
  /** Ends every stream. */
  close(): void;
}

/** More than this at once is not told one by one. */
const mostTold = 200;
const mostListeners = 500;
/** What a reader who does not read may have waiting. */
const mostBytes = 1_000_000;

interface Listener {
  readonly own: string | null;
  readonly actor: Actor;
  readonly headers: IncomingHttpHeaders;
  readonly stream: PassThrough;
  readonly endsAt: number;
  seq: bigint;
}

/** Tells readers what is counted: one look a second for each workspace that somebody listens to. */
export function openLiveHub({ db, authenticate, onError, everyMs = 1000, beatMs = 15_000 }: LiveOptions): LiveHub {
  const listeners = new Map<string, Set<Listener>>();
  let looking = false;
  let closed = false;
  const looks = setInterval(() => void lookAll(), everyMs);
  const beats = setInterval(() => void beatAll(), beatMs);
  looks.unref();
  beats.unref();

  const scoped = <T>(workspaceId: string, work: (tx: Tx) => Promise<T>) =>
    transaction(
      db,
      async (tx) => {
        await withWorkspace(tx, workspaceId);
        return work(tx);
      },
      { isolation: 'repeatable read', readOnly: true },
    );

  async function lookAll(): Promise<void> {
    if (looking) return;
    looking = true;
    try {
      for (const [workspaceId, set] of listeners) await look(workspaceId, set);
    } catch (error) {
      onError(error);
    } finally {
      looking = false;
    }
  }

  async function look(workspaceId: string, set: ReadonlySet<Listener>): Promise<void> {
    const after = [...set].reduce((least, { seq }) => (seq < least ? seq : least), 2n ** 62n);
    const { told, through } = await scoped(workspaceId, (tx) => newsAfter(tx, workspaceId, after));
    for (const listener of set) tell(listener, told, through);
  }

  async function beatAll(): Promise<void> {
    for (const [workspaceId, set] of listeners) {
      for (const listener of set) {
        if (Date.now() >= listener.endsAt || !(await isStillIn(listener, workspaceId))) end(listener);
        else listener.stream.write(': beat\n\n');
      }
    }
  }

  async function isStillIn({ headers, actor }: Listener, workspaceId: string): Promise<boolean> {
    try {
      const caller = await authenticate({ headers, needsWorkspace: true });
      return caller !== null && caller.workspaceId === workspaceId && JSON.stringify(caller.actor) === JSON.stringify(actor);
    } catch (error) {
      // Refused is out; a database that is away for a moment is not.
      return !(error instanceof Refusal);
    }
  }

  return {
    async open(context, { headers, seconds }) {
      const { workspaceId, actor } = context;
      const set = listeners.get(workspaceId) ?? new Set<Listener>();
      if (closed || set.size >= mostListeners) throw new Refusal('unavailable');
      const seq = resumedFrom(headers) ?? (await scoped(workspaceId, (tx) => countedThrough(tx, workspaceId)));
      const stream = new PassThrough({ highWaterMark: mostBytes });
      const listener: Listener = { own: ownPartner(actor), actor, headers, stream, endsAt: Date.now() + seconds * 1000, seq };
      stream.write(`retry: 3000\n\n`);
      const { told, through } = await scoped(workspaceId, (tx) => newsAfter(tx, workspaceId, seq));
      tell(listener, told, through);
      if (seconds === 0) {
        end(listener);
        return stream;
      }
      listeners.set(workspaceId, set.add(listener));
      stream.once('close', () => {
        set.delete(listener);
        if (set.size === 0) listeners.delete(workspaceId);
      });
      return stream;
    },
    close() {
      closed = true;
      clearInterval(looks);
      clearInterval(beats);
      for (const set of listeners.values()) for (const listener of set) end(listener);
    },
  };
}

interface News {
  readonly told: readonly Told[];
  readonly through: bigint;
}

/** The latest facts after a place: no more than are told one by one. */
async function newsAfter(tx: Tx, workspaceId: string, after: bigint): Promise<News> {
  const through = await countedThrough(tx, workspaceId);
  if (through <= after) return { told: [], through };
  const from = through - after > BigInt(mostTold) ? through - BigInt(mostTold) : after;
  return { told: await selectTold(tx, workspaceId, from, through), through };
}

function tell(listener: Listener, told: readonly Told[], through: bigint): void {
  if (through <= listener.seq) return;
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

function end({ stream }: Listener): void {
  stream.end(eventText('end', {}));
}

function resumedFrom(headers: IncomingHttpHeaders): bigint | null {
  const id = headers['last-event-id'];
  return typeof id === 'string' && /^\d{1,18}$/.test(id) ? BigInt(id) : null;
}
