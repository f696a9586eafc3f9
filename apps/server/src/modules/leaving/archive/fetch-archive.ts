import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { ListArchives, PartnerArchive } from '@cordee/contract/partner-archive';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { read, write } from '../../../platform/verb.ts';
import { findPartner } from '../../partner/index.ts';
import { mustTakeAway } from '../leaving.policy.ts';
import { type ArchiveParts, fileOf } from './archive-parts.ts';
import { type ArchiveRecord, findArchive, findUnfinished, insertArchive, selectArchives } from './archive.store.ts';

/** Has all that one's side may read of a partnership written into an archive in the background; the one under way, if there is one. */
export function startArchive(context: Context, partnerId: string): Promise<Wire<PartnerArchive>> {
  const side = mustTakeAway(context.actor, partnerId);
  return write(context, async (tx) => {
    const { workspaceId, actor, language } = context;
    if ((await findPartner(tx, workspaceId, partnerId)) === null) throw new Refusal('not_found');
    const unfinished = await findUnfinished(tx, workspaceId, partnerId, side);
    if (unfinished !== null) return { result: toContract(unfinished), audit: null };
    const createdAt = context.now();
    const nothing = { bytes: null, sha256: null, finishedAt: null, expiresAt: null };
    const begun = { state: 'waiting', partsDone: 0, parts: 0, actor, language, createdAt, ...nothing } as const;
    const record: ArchiveRecord = { id: newUuid(createdAt), partnerId, side, ...begun };
    await insertArchive(tx, workspaceId, record);
    await enqueue(tx, 'leaving.archive', { workspaceId, archiveId: record.id }, { maxAttempts: 3, awaited: true });
    const result = toContract(record);
    const after = { id: result.id, side };
    return { result, audit: { action: 'partner_archive.started', subject: encodeId('prt', partnerId), after } };
  });
}

/** A page of archives of one's side, newest first. Refuses `not_found`. */
export function listArchives(
  context: Context,
  partnerId: string,
  { limit, cursor }: ListArchives,
): Promise<{ items: Wire<PartnerArchive>[]; nextCursor: string | null }> {
  const side = mustTakeAway(context.actor, partnerId);
  const before = decodeCursor(cursor, 1)?.[0] ?? null;
  return read(context, async (tx) => {
    if ((await findPartner(tx, context.workspaceId, partnerId)) === null) throw new Refusal('not_found');
    const rows = await selectArchives(tx, context.workspaceId, { partnerId, side, before, limit: limit + 1 });
    return pageOfRows(rows, limit, toContract, ({ id }) => [id]);
  });
}

/** An archive, under way or written. Refuses `not_found`, also for one of the other side. */
export function getArchive(context: Context, id: string): Promise<Wire<PartnerArchive>> {
  return read(context, async (tx) => toContract(await mustFind(tx, context, id)));
}

/** The archive itself. Refuses `not_found`: also before it is written, and once its days are over. */
export async function downloadArchive(
  parts: Pick<ArchiveParts, 'folder'>,
  context: Context,
  id: string,
): Promise<{ readonly fileName: string; readonly content: Readable }> {
  const record = await read(context, (tx) => mustFind(tx, context, id));
  if (record.state !== 'done' || (record.expiresAt ?? 0) <= context.now()) throw new Refusal('not_found');
  try {
    const file = await open(fileOf(parts, id));
    const day = formatInstant(record.createdAt).slice(0, 10);
    return { fileName: `${encodeId('prt', record.partnerId)}-${day}.zip`, content: file.createReadStream() };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new Refusal('not_found');
    throw error;
  }
}

async function mustFind(tx: Tx, context: Context, id: string): Promise<ArchiveRecord> {
  const record = await findArchive(tx, context.workspaceId, id);
  if (record === null || mustTakeAway(context.actor, record.partnerId) !== record.side) throw new Refusal('not_found');
  return record;
}

function toContract(record: ArchiveRecord): Wire<PartnerArchive> {
  const { id, partnerId, side, state, partsDone, parts, bytes, sha256, createdAt, finishedAt, expiresAt } = record;
  return {
    id: encodeId('arc', id),
    partnerId: encodeId('prt', partnerId),
    side,
    state,
    partsDone,
    parts,
    bytes,
    sha256,
    createdAt: formatInstant(createdAt),
    finishedAt: finishedAt === null ? null : formatInstant(finishedAt),
    expiresAt: expiresAt === null ? null : formatInstant(expiresAt),
  };
}
