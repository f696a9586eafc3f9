import { mkdir, rm } from 'node:fs/promises';
import { backup } from '../../platform/archive/index.ts';
import { transaction, withWorkspace, type Tx } from '../../platform/db/index.ts';
import { fileOf, type ExportParts } from './export-parts.ts';
import { expireExports, finishExport, saveProgress, selectExports, slugOf } from './export.store.ts';

const DAY_MS = 86_400_000;
/** How often it says how far it is. */
const progressMs = 1000;

/** Writes an archive that waits, or whose writing was cut off. One that cannot be written is marked so and throws. */
export async function runExport(parts: ExportParts, workspaceId: string, id: string): Promise<void> {
  const { db, now, url, secret } = parts;
  const scoped = <T>(work: (tx: Tx) => Promise<T>) =>
    transaction(db, async (tx) => {
      await withWorkspace(tx, workspaceId);
      return work(tx);
    });
  const [record] = await scoped((tx) => selectExports(tx, workspaceId, { id, limit: 1 }));
  if (record === undefined || record.finishedAt !== null) return;
  let saving: Promise<void> = scoped((tx) => saveProgress(tx, workspaceId, id, 0));
  let saidAt = now();
  const onRows = (rows: number) => {
    if (now() - saidAt < progressMs) return;
    saidAt = now();
    saving = saving.then(() => scoped((tx) => saveProgress(tx, workspaceId, id, rows)));
  };
  try {
    await mkdir(parts.folder, { recursive: true, mode: 0o700 });
    const workspace = await scoped((tx) => slugOf(tx, workspaceId));
    const { rows, bytes } = await backup({ url, file: fileOf(parts, id), secret, now: now(), workspace, force: true, onRows });
    await saving;
    await scoped((tx) => finishExport(tx, workspaceId, id, { rows, bytes, expiresAt: now() + DAY_MS }, now()));
  } catch (error) {
    await saving.catch(() => undefined);
    await scoped((tx) => finishExport(tx, workspaceId, id, null, now()));
    throw error;
  }
}

/** Removes the archives whose day is over. */
export async function removeExpired(parts: ExportParts): Promise<void> {
  const expired = await transaction(parts.db, async (tx) => {
    await withWorkspace(tx, '*');
    return expireExports(tx, parts.now());
  });
  for (const id of expired) await rm(fileOf(parts, id), { force: true });
}
