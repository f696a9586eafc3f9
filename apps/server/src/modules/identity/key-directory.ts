import { hash } from 'node:crypto';
import type { Clock } from '../../platform/clock/index.ts';
import { transaction, withWorkspace, type Database } from '../../platform/db/index.ts';
import type { Caller } from '../../platform/http/index.ts';
import type { Log } from '../../platform/telemetry/log.ts';
import { workspaceOfKey } from './key-text.ts';
import { findKeyByHash, touchKey, type ApiKey } from './keys.store.ts';

/** How long an answer about a key is believed: the longest a key works on after another process revoked it. */
const BELIEVED_MS = 5000;
const TOUCHED_EVERY_MS = 60_000;
const MAX_KNOWN = 10_000;

interface Known {
  /** null: no such key. */
  readonly caller: Caller | null;
  readonly keyId: string | null;
  readonly until: number;
}

/** Finds who a key belongs to; keys in use are answered from memory, so that a busy one costs a query every five seconds. */
export class KeyDirectory {
  readonly #db: Database;
  readonly #now: Clock;
  readonly #log: Log;
  readonly #known = new Map<string, Known>();
  readonly #touched = new Map<string, number>();
  readonly #underWay = new Map<string, Promise<Known>>();

  constructor(db: Database, now: Clock, log: Log) {
    this.#db = db;
    this.#now = now;
    this.#log = log;
  }

  async find(text: string): Promise<Caller | null> {
    const workspaceId = workspaceOfKey(text);
    if (workspaceId === null) return null;
    const name = hash('sha256', text, 'base64');
    const found = this.#known.get(name);
    const known = found !== undefined && this.#now() < found.until ? found : await this.#lookUpOnce(name, workspaceId);
    if (known.caller !== null && known.keyId !== null) this.#touch(workspaceId, known.keyId);
    return known.caller;
  }

  /** Makes this process forget a key at once; others believe it for up to five seconds. */
  forget(keyId: string): void {
    for (const [name, known] of this.#known) if (known.keyId === keyId) this.#known.delete(name);
  }

  /** Requests arriving together ask once. */
  async #lookUpOnce(name: string, workspaceId: string): Promise<Known> {
    const running = this.#underWay.get(name);
    if (running !== undefined) return running;
    const started = this.#lookUp(workspaceId, Buffer.from(name, 'base64')).finally(() => this.#underWay.delete(name));
    this.#underWay.set(name, started);
    const known = await started;
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    this.#known.set(name, known);
    return known;
  }

  async #lookUp(workspaceId: string, digest: Buffer): Promise<Known> {
    const key = await transaction(this.#db, async (tx) => {
      await withWorkspace(tx, workspaceId);
      return findKeyByHash(tx, workspaceId, digest);
    });
    const now = this.#now();
    if (key === null || key.revokedAt !== null || (key.expiresAt !== null && key.expiresAt <= now)) {
      return { caller: null, keyId: null, until: now + BELIEVED_MS };
    }
    const until = Math.min(now + BELIEVED_MS, key.expiresAt ?? Number.POSITIVE_INFINITY);
    return { caller: callerOf(workspaceId, key), keyId: key.id, until };
  }

  #touch(workspaceId: string, keyId: string): void {
    const now = this.#now();
    if (now - (this.#touched.get(keyId) ?? Number.NEGATIVE_INFINITY) < TOUCHED_EVERY_MS) return;
    if (this.#touched.size >= MAX_KNOWN) this.#touched.clear();
    this.#touched.set(keyId, now);
    const touched = transaction(this.#db, async (tx) => {
      await withWorkspace(tx, workspaceId);
      await touchKey(tx, workspaceId, keyId, now);
    });
    // Nobody waits for it, and a request is not refused because its key's last use could not be noted.
    touched.catch((error: unknown) => this.#log.warn({ err: error, keyId }, 'last use of a key not noted'));
  }
}

function callerOf(workspaceId: string, key: ApiKey): Caller {
  return {
    actor: { kind: 'key', keyId: key.id, scopes: key.scopes, publishable: key.publishable },
    workspaceId,
    limitedBy: key.id,
    origins: key.origins,
  };
}
