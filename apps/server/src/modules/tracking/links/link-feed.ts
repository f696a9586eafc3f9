import { normalizeCode } from '@cordee/core/codes';
import type { PoolClient } from 'pg';
import { transaction, withWorkspace, type Database, type Tx } from '../../../platform/db/index.ts';
import { loadLinks } from '../../program/index.ts';
import { loadSite, readLinkVersions } from '../tracking.store.ts';
import type { LinkMap, Site } from './link-map.ts';
import type { Target } from './target.ts';

export interface LinkFeedOptions {
  /** One connection of its own to listen on, and one to load with. */
  readonly db: Database;
  readonly map: LinkMap;
  readonly onFault: (error: Error) => void;
  readonly pollMs?: number;
}

const CHANNEL = 'cordee_links';
const POLL_MS = 3000;
const ABSENT_MS = 5000;
const MOST_ABSENT = 20_000;
const MOST_ASKED = 8;

/** Keeps the map true: told at once by notification, and by versions asked for every few seconds should a message be lost. */
export class LinkFeed {
  readonly #options: LinkFeedOptions;
  readonly #asked = new Map<string, Promise<Target | null>>();
  readonly #closing = new AbortController();
  readonly #poll: NodeJS.Timeout;
  readonly #listening: Promise<void>;
  #absent = new Map<string, number>();
  #versions = new Map<string, string>();
  #loading: Promise<void> | null = null;
  #again = false;

  constructor(options: LinkFeedOptions) {
    this.#options = options;
    this.#poll = setInterval(() => this.#refreshSoon(), options.pollMs ?? POLL_MS);
    this.#poll.unref();
    this.#listening = this.#keepListening();
  }

  /** Loads the links of every workspace whose version changed. One load at a time; what changes meanwhile is read by one more. */
  refresh(): Promise<void> {
    if (this.#loading !== null) {
      this.#again = true;
      return this.#loading;
    }
    this.#loading = this.#loadUntilTrue().finally(() => {
      this.#loading = null;
    });
    return this.#loading;
  }

  /** Asks the database for a code the map does not know; null when that was done lately or too much is asked already. */
  lookUp(site: Site, code: string): Promise<Target | null> | null {
    const canonical = normalizeCode(code);
    if (canonical === null) return null;
    const key = `${site.entry.workspaceId} ${canonical}`;
    const under = this.#asked.get(key);
    if (under !== undefined) return under;
    if ((this.#absent.get(key) ?? 0) > performance.now() || this.#asked.size >= MOST_ASKED) return null;
    const question = this.#ask(site.entry.workspaceId, canonical, key).finally(() => this.#asked.delete(key));
    this.#asked.set(key, question);
    return question;
  }

  async close(): Promise<void> {
    clearInterval(this.#poll);
    this.#closing.abort();
    await this.#listening;
    await this.#loading?.catch(() => undefined);
  }

  async #loadUntilTrue(): Promise<void> {
    do {
      this.#again = false;
      await transaction(this.#options.db, (tx) => this.#load(tx), { isolation: 'repeatable read', readOnly: true });
    } while (this.#again);
  }

  async #load(tx: Tx): Promise<void> {
    const { map } = this.#options;
    await withWorkspace(tx, '*');
    const current = await readLinkVersions(tx);
    for (const [workspaceId, version] of current) {
      if (this.#versions.get(workspaceId) === version) continue;
      const site = await loadSite(tx, workspaceId);
      if (site !== null) map.put(site, await loadLinks(tx, { workspaceId }));
      this.#versions.set(workspaceId, version);
      this.#absent = new Map();
    }
    for (const workspaceId of this.#versions.keys()) {
      if (current.has(workspaceId)) continue;
      this.#versions.delete(workspaceId);
      map.remove(workspaceId);
    }
  }

  async #ask(workspaceId: string, code: string, key: string): Promise<Target | null> {
    const { db, map } = this.#options;
    const [link] = await transaction(db, async (tx) => {
      await withWorkspace(tx, workspaceId);
      return loadLinks(tx, { workspaceId, code });
    });
    if (link !== undefined) return map.add(link);
    if (this.#absent.size >= MOST_ABSENT) this.#absent = new Map();
    this.#absent.set(key, performance.now() + ABSENT_MS);
    return null;
  }

  #refreshSoon(): void {
    this.refresh().catch((error: unknown) => this.#options.onFault(asError(error)));
  }

  async #keepListening(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      try {
        await this.#options.db.raw((client) => this.#listen(client));
      } catch (error) {
        if (!(error instanceof ListeningEnded)) this.#options.onFault(asError(error));
      }
      await pause(1000, signal);
    }
  }

  async #listen(client: PoolClient): Promise<never> {
    const { signal } = this.#closing;
    const lost = Promise.withResolvers<void>();
    const stop = (): void => lost.resolve();
    client.on('notification', ({ payload }) => {
      this.#versions.delete(payload ?? '');
      this.#refreshSoon();
    });
    client.once('end', stop);
    client.once('error', stop);
    signal.addEventListener('abort', stop);
    // It may have been closed while the connection was on its way: nobody would tell any more.
    if (signal.aborted) stop();
    try {
      await client.query(`listen ${CHANNEL}`);
      // Whatever was said while nobody listened.
      this.#versions = new Map();
      if (!signal.aborted) this.#refreshSoon();
      await lost.promise;
    } finally {
      signal.removeEventListener('abort', stop);
    }
    // Thrown, so that the connection is not lent to anybody else with its listener on.
    throw new ListeningEnded();
  }
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
