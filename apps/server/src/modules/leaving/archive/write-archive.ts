import { mkdir, rm } from 'node:fs/promises';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { transaction, withWorkspace, type Tx } from '../../../platform/db/index.ts';
import { recordAudit } from '../../../platform/verb.ts';
import { partnerNames } from '../../partner/index.ts';
import { type ArchiveParts, fileOf } from './archive-parts.ts';
import { type ArchiveRecord, expireArchives, findArchive, finishArchive, saveProgress } from './archive.store.ts';
import { askingAs } from './asking.ts';
import { readMe } from './read-me.ts';
import { sectionsOf } from './sections.ts';
import { openZip, type ListedFile } from './write-zip.ts';

const DAY_MS = 86_400_000;
/** How long an archive waits to be fetched. */
const keptDays = 30;

/**
 * Writes an archive that waits, or whose writing was cut off, with the eyes of whoever asked for it. One that cannot be written is
 * marked so and throws.
 */
export async function writeArchive(parts: ArchiveParts, workspaceId: string, id: string): Promise<void> {
  const scoped = <T>(work: (tx: Tx) => Promise<T>) => transaction(parts.db, work, { workspaceId });
  const { record, name } = await scoped(async (tx) => {
    const found = await findArchive(tx, workspaceId, id);
    const names = found === null ? new Map<string, string>() : await partnerNames(tx, workspaceId, [found.partnerId]);
    return { record: found, name: names.get(found?.partnerId ?? '') ?? '' };
  });
  if (record === null || record.finishedAt !== null) return;
  try {
    await mkdir(parts.folder, { recursive: true, mode: 0o700 });
    const progress = (done: number, all: number) => scoped((tx) => saveProgress(tx, workspaceId, id, done, all));
    const written = await writeFile(parts, workspaceId, record, name, progress);
    const at = parts.now();
    await scoped(async (tx) => {
      await finishArchive(tx, workspaceId, id, { ...written, expiresAt: at + keptDays * DAY_MS }, at);
      const after = {
        id: encodeId('arc', id),
        side: record.side,
        sha256: written.sha256,
        expiresAt: formatInstant(at + keptDays * DAY_MS),
      };
      const subject = encodeId('prt', record.partnerId);
      await recordAudit(tx, contextFor(parts, workspaceId, record), { action: 'partner_archive.written', subject, after });
    });
  } catch (error) {
    await rm(fileOf(parts, id), { force: true });
    await scoped((tx) => finishArchive(tx, workspaceId, id, null, parts.now()));
    throw error;
  }
}

async function writeFile(
  parts: ArchiveParts,
  workspaceId: string,
  record: ArchiveRecord,
  name: string,
  progress: (done: number, all: number) => Promise<void>,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const { side, partnerId, language, id } = record;
  const partner = encodeId('prt', partnerId);
  const asking = askingAs(contextFor(parts, workspaceId, record), parts.ask);
  const sections = sectionsOf(side, partner);
  const zip = await openZip(fileOf(parts, id), record.createdAt);
  try {
    const files: ListedFile[] = [];
    files.push(await zip.add({ name: 'README.txt', chunks: [Buffer.from(readMe(language, side, name))] }));
    for (const [index, section] of sections.entries()) {
      await progress(index, sections.length);
      for await (const file of section.files(asking)) files.push(await zip.add(file));
    }
    const made = formatInstant(record.createdAt);
    const manifest = {
      format: 'cordee-partner-archive',
      version: 1,
      side,
      partnerId: partner,
      askedAt: made,
      files,
      skipped: asking.skipped,
    };
    const listed = await zip.add({ name: 'manifest.json', chunks: [Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)] });
    const sums = [...files, listed].map(({ name: of, sha256 }) => `${sha256}  ${of}\n`).join('');
    await zip.add({ name: 'SHA256SUMS', chunks: [Buffer.from(sums)] });
    await progress(sections.length, sections.length);
    return await zip.end();
  } finally {
    await zip.close();
  }
}

/** Reads as whoever asked, and only what they may. */
function contextFor({ db, now }: ArchiveParts, workspaceId: string, { actor, language, id }: ArchiveRecord): Context {
  return { actor, workspaceId, db, now, language, requestId: `partner-archive ${id}` };
}

/** Removes the archives whose days are over. */
export async function removeOldArchives(parts: Pick<ArchiveParts, 'db' | 'now' | 'folder'>): Promise<void> {
  const expired = await transaction(parts.db, async (tx) => {
    await withWorkspace(tx, '*');
    return expireArchives(tx, parts.now());
  });
  for (const id of expired) await rm(fileOf(parts, id), { force: true });
}
