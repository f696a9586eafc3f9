import { normalizeCode } from '@cordee/core/codes';
import { transaction, withWorkspace, type Database } from '../../../platform/db/index.ts';
import { loadLinks } from '../../program/index.ts';
import { loadSites, readLinksVersion } from '../tracking.store.ts';
import type { LinkMap, Site } from './link-map.ts';
import type { Target } from './target.ts';

export interface LinkFeed {
  /** Loads all links if they changed since the last time. */
  refresh(): Promise<void>;
  /** Asks the database for a code the map does not know; null when that was done lately or too much is asked already. */
  lookUp(site: Site, code: string): Promise<Target | null> | null;
  close(): Promise<void>;
}

export interface FollowOptions {
  /** One connection of its own to listen on, and one to load with. */
  readonly db: Database;
  readonly map: LinkMap;
  readonly onFault: (error: Error) => void;
  readonly pollMs?: number;
}

const CHANNEL = 'cordee_links';
const ABSENT_MS = 5000;
const MOST_ABSENT = 20_000;
const MOST_ASKED = 8;

/** Keeps the map true: told at once by notification, and by a version asked for every few seconds should a message be lost. */
export function followLinks(options: FollowOptions): LinkFeed {
  const { db, map, onFault, pollMs = 3000 } = options;
  const asked = new Map<string, Promise<Target | null>>();
  const closing = new AbortController();
  let absent = new Map<string, number>();
  let version: string | null = null;
  let loading: Promise<void> | null = null;
  let again = false;

  async function load(): Promise<void> {
    await transaction(
      db,
      async (tx) => {
        await withWorkspace(tx, '*');
        const current = await readLinksVersion(tx);
        if (current === version) return;
        map.replace(await loadSites(tx), await loadLinks(tx));
        version = current;
        absent = new Map();
      },
      { isolation: 'repeatable read', readOnly: true },
    );
  }

  /** One load at a time; what changes meanwhile is read by one more. */
  function refresh(): Promise<void> {
    if (loading !== null) {
      again = true;
      return loading;
    }
    loading = repeatLoad().finally(() => {
      loading = null;
    });
    return loading;
  }

  async function repeatLoad(): Promise<void> {
    do {
      again = false;
      await load();
    } while (again);
  }

  function refreshSoon(): void {
    refresh().catch((error: unknown) => onFault(asError(error)));
  }

  function lookUp(site: Site, code: string): Promise<Target | null> | null {
    const canonical = normalizeCode(code);
    if (canonical === null) return null;
    const key = `${site.entry.workspaceId} ${canonical}`;
    const under = asked.get(key);
    if (under !== undefined) return under;
    if ((absent.get(key) ?? 0) > Date.now() || asked.size >= MOST_ASKED) return null;
    const question = ask(site.entry.workspaceId, canonical, key).finally(() => asked.delete(key));
    asked.set(key, question);
    return question;
  }

  async function ask(workspaceId: string, code: string, key: string): Promise<Target | null> {
    const [link] = await transaction(db, async (tx) => {
      await withWorkspace(tx, workspaceId);
      return loadLinks(tx, { workspaceId, code });
    });
    if (link !== undefined) return map.add(link);
    if (absent.size >= MOST_ABSENT) absent = new Map();
    absent.set(key, Date.now() + ABSENT_MS);
    return null;
  }

  async function listen(): Promise<void> {
    await db.raw(async (client) => {
      const lost = Promise.withResolvers<void>();
      const stop = (): void => lost.resolve();
      client.on('notification', refreshSoon);
      client.once('end', stop);
      client.once('error', stop);
      closing.signal.addEventListener('abort', stop);
      try {
        await client.query(`listen ${CHANNEL}`);
        refreshSoon();
        await lost.promise;
      } finally {
        client.off('notification', refreshSoon);
        closing.signal.removeEventListener('abort', stop);
      }
      // A connection that listens must not serve anything else afterwards.
      throw new ListeningEnded();
    });
  }

  async function keepListening(): Promise<void> {
    while (!closing.signal.aborted) {
      await listen().catch((error: unknown) => {
        if (!(error instanceof ListeningEnded)) onFault(asError(error));
      });
      await pause(1000, closing.signal);
    }
  }

  const poll = setInterval(refreshSoon, pollMs);
  poll.unref();
  const listening = keepListening();
  return {
    refresh,
    lookUp,
    async close() {
      clearInterval(poll);
      closing.abort();
      await listening;
      await loading?.catch(() => undefined);
    },
  };
}

class ListeningEnded extends Error {
  override readonly name = 'ListeningEnded';
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('following links failed', { cause: error });
}
