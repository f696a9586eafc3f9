import type { Readable } from 'node:stream';
import type { Context } from '../../../platform/context.ts';
import type { Ask } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';

type Named = Readonly<Record<string, string>>;
interface Input {
  readonly params?: Named;
  readonly query?: Named;
}

/** What was asked for and refused, and why. */
export interface Skipped {
  readonly what: string;
  readonly code: string;
}

/** Asks the API as whoever the archive is for. What is refused is left out and told: it is none of theirs, or not there. */
export interface Asking {
  json(route: string, input: Input): Promise<unknown>;
  bytes(route: string, input: Input): Promise<Iterable<Buffer> | AsyncIterable<Buffer> | null>;
  /** All items of a list, page by page. */
  items(route: string, input: Input): AsyncGenerator;
  /** Ids of files that were named in what was read so far. */
  filesSeen(): readonly string[];
  readonly skipped: readonly Skipped[];
}

const FILE_ID = /\bfil_[0-9a-hjkmnp-tv-z]{26}\b/g;

export function askingAs(context: Context, ask: Ask): Asking {
  const skipped: Skipped[] = [];
  const files = new Set<string>();

  async function answer(route: string, input: Input): Promise<Buffer | Readable | null> {
    try {
      return (await ask(context, route, input)).content;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      skipped.push({ what: [route, ...Object.values(input.params ?? {})].join(' '), code: error.code });
      return null;
    }
  }

  async function json(route: string, input: Input): Promise<unknown> {
    const found = await answer(route, input);
    if (found === null) return null;
    const text = Buffer.isBuffer(found) ? found.toString() : Buffer.concat(await found.toArray()).toString();
    for (const [id] of text.matchAll(FILE_ID)) files.add(id);
    return JSON.parse(text);
  }

  return {
    json,
    async bytes(route, input) {
      const found = await answer(route, input);
      if (found === null) return null;
      return Buffer.isBuffer(found) ? [found] : (found as AsyncIterable<Buffer>);
    },
    async *items(route, { params = {}, query = {} }) {
      for (let cursor: string | null = null; ;) {
        const page = (await json(route, {
          params,
          query: { ...query, limit: '200', ...(cursor === null ? {} : { cursor }) },
        })) as { items: unknown[]; nextCursor: string | null } | null;
        if (page === null) return;
        yield* page.items;
        if (page.nextCursor === null) return;
        cursor = page.nextCursor;
      }
    },
    filesSeen: () => [...files],
    skipped,
  };
}
