import type { ImportKind } from '@cordee/contract/import';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { recordBulk, SavedCustomers, standsAlone, type SpelledFact } from '../../fact/index.ts';
import type { ReviewDecision } from '../../counting/index.ts';
import { storeClicks } from '../click-import.store.ts';
import type { IngestionParts } from '../hooks/parts.ts';
import type { ImportRecord, RejectedRow } from '../import.store.ts';
import { clickRows, type ImportedClick } from './click-rows.ts';
import { leadRows, saleRows, type ReadRow } from './conversion-rows.ts';
import { dubRows, tapfiliateRows } from './foreign-rows.ts';
import { partnerRows, rewardfulRows, storePartner, type ImportedPartner } from './partner-rows.ts';
import { shown, type ReadItem } from './read-chunk.ts';
import { refundRows } from './refund-rows.ts';
import { reviewRows, writeReviews } from './review-rows.ts';
import type { FileContext } from './row-view.ts';
import { writeFacts, type Written } from './write-facts.ts';

/** How the rows of a kind of file are read and written. */
export interface Way<Item> {
  readonly read: (fields: readonly string[]) => Item;
  /** Rows written at once. */
  readonly length: number;
  /** Whether a chunk must end before this item. */
  readonly endsBefore?: (item: Item) => boolean;
  /** Done before the chunk's own transaction; must bear being repeated. */
  readonly ahead?: (items: readonly ReadItem<Item>[]) => Promise<Written>;
  /** Done in the chunk's transaction, with the cursor. */
  readonly write?: (tx: Tx, items: readonly ReadItem<Item>[]) => Promise<Written>;
  readonly bulk?: BulkWay<Item>;
}

/** A faster way for rows that are new and need no look at anything else: they are written while they are read. */
export interface BulkWay<Item> {
  readonly length: number;
  readonly takes: (item: Item) => boolean;
  /** How many rows there were; null, with nothing written, when they must be looked at first after all. */
  readonly write: (tx: Tx, slices: AsyncIterable<readonly Item[]>) => Promise<number | null>;
}

export const nothingWritten: Written = { accepted: 0, duplicates: 0, rejects: [] };

export interface WayContext {
  readonly parts: IngestionParts;
  readonly workspaceId: string;
  readonly record: ImportRecord;
  readonly file: FileContext;
  /** Who adds partners. */
  readonly actor: Context;
  /** Ids of partners, by `id …` and `email …`. */
  readonly partners: Map<string, string>;
}

/** Large enough for COPY, small enough to lose little when killed. */
const manyRows = 20_000;
/** Facts that are looked up are held in memory, two chunks at a time. */
const heldRows = 5000;
/** Nobody else records while decisions are: many at once, and not for long. */
const someRows = 1000;
/** Partners are added one by one. */
const fewRows = 200;

/** Files whose rows become facts. */
export function factWay(context: WayContext, read: ReadRow): Way<SpelledFact> {
  const { parts, workspaceId } = context;
  const saved = new SavedCustomers();
  return {
    ...lookingWay(context, read),
    bulk: {
      length: manyRows,
      takes: standsAlone,
      write: (tx, slices) => recordBulk(tx, workspaceId, parts.now(), slices, saved),
    },
  };
}

function lookingWay({ parts, workspaceId }: WayContext, read: ReadRow): Way<SpelledFact> {
  return { read, length: heldRows, write: (tx, items) => writeFacts(tx, workspaceId, parts.now(), items) };
}

/** Refunds are checked against what is left of their sale: what came before is counted first, and no two of one sale together. */
export function refundWay(context: WayContext): Way<SpelledFact> {
  const { parts, workspaceId, file } = context;
  let sales = new Set<string>();
  return {
    ...lookingWay(context, refundRows(file)),
    endsBefore({ target }) {
      const sale = target?.externalId ?? '';
      const isRepeated = sales.has(sale);
      if (isRepeated) sales = new Set();
      sales.add(sale);
      return isRepeated;
    },
    async ahead() {
      await parts.catchUp(workspaceId);
      return nothingWritten;
    },
  };
}

export function clickWay({ workspaceId, file }: WayContext): Way<ImportedClick> {
  return {
    read: clickRows(file),
    length: manyRows,
    async write(tx, items) {
      if (items.length === 0) return nothingWritten;
      const clicks = items.map(({ item }) => item);
      const answers = await storeClicks(tx, workspaceId, clicks);
      const rejects: RejectedRow[] = items
        .filter((_, index) => answers[index] === 'unknown_code')
        .map(({ line, raw, item }) => ({ line, column: 'code', code: 'unknown_code', raw: shown(raw), value: item.code }));
      const accepted = answers.filter((answer) => answer === 'stored').length;
      return { accepted, duplicates: answers.length - accepted - rejects.length, rejects };
    },
  };
}

/** Partners are added by the verbs a person would use, each in its own transaction; a repeated one is recognised. */
export function partnerWay(context: WayContext): Way<ImportedPartner> {
  const { file, actor, partners, record } = context;
  return {
    read: record.kind === 'rewardful_affiliates' ? rewardfulRows(file) : partnerRows(file),
    length: fewRows,
    async ahead(items) {
      const rejects: RejectedRow[] = [];
      let accepted = 0;
      let duplicates = 0;
      for (const { item, line, raw } of items) {
        const outcome = await storePartner(actor, item, record.settings.programId, partners, context.parts.baseUrl);
        if (outcome === 'created') accepted += 1;
        else if (outcome === 'known') duplicates += 1;
        else rejects.push({ line, column: outcome.column, code: outcome.code, raw: shown(raw), value: null });
      }
      return { accepted, duplicates, rejects };
    },
  };
}

/** Decisions are taken on the books as they stand: what came before is counted first, and no two are about one commission at once. */
export function reviewWay({ parts, workspaceId, file, actor, record }: WayContext): Way<ReviewDecision> {
  let seen = new Set<string>();
  return {
    read: reviewRows(file),
    length: someRows,
    endsBefore({ commissionId }) {
      const isRepeated = seen.has(commissionId);
      if (isRepeated) seen = new Set();
      seen.add(commissionId);
      return isRepeated;
    },
    async ahead() {
      await parts.catchUp(workspaceId);
      return nothingWritten;
    },
    write: (tx, items) => writeReviews(tx, actor, encodeId('imp', record.id), items),
  };
}

const readers: Readonly<Partial<Record<ImportKind, (file: FileContext) => ReadRow>>> = {
  sales: saleRows,
  leads: leadRows,
  dub_commissions: dubRows,
  tapfiliate_conversions: tapfiliateRows,
};

/** Runs `run` with the way of this import's kind. */
export function withWay<Result>(context: WayContext, run: <Item>(way: Way<Item>) => Result): Result {
  const { kind } = context.record;
  if (kind === 'refunds') return run(refundWay(context));
  if (kind === 'clicks') return run(clickWay(context));
  if (kind === 'reviews') return run(reviewWay(context));
  const read = readers[kind];
  return read === undefined ? run(partnerWay(context)) : run(factWay(context, read(context.file)));
}
