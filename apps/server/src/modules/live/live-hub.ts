import type { IncomingHttpHeaders } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';
import type { Context } from '../../platform/context.ts';
import { transaction, withWorkspace, type Database, type Tx } from '../../platform/db/index.ts';
import type { Authenticate } from '../../platform/http/index.ts';
import { ownPartner } from '../../platform/own-partner.ts';
import { Refusal } from '../../platform/refusal.ts';
import { beat, end, isStillIn, mostBytes, newsAfter, resumedFrom, tell, type Listener } from './listener.ts';
import { countedThrough } from './live.store.ts';

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

const mostListeners = 500;

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
    const news = await scoped(workspaceId, (tx) => newsAfter(tx, workspaceId, after));
    for (const listener of set) tell(listener, news);
  }

  async function beatAll(): Promise<void> {
    for (const [workspaceId, set] of listeners) {
      for (const listener of set) {
        if (Date.now() >= listener.endsAt || !(await isStillIn(authenticate, listener, workspaceId))) end(listener);
        else beat(listener);
      }
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
      tell(listener, await scoped(workspaceId, (tx) => newsAfter(tx, workspaceId, seq)));
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
