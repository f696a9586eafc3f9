import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { fileOf, type ExportParts } from '../export-parts.ts';
import { mustOwn } from '../export.policy.ts';
import { selectExports, slugOf } from '../export.store.ts';

export interface Download {
  readonly fileName: string;
  readonly content: Readable;
}

/** The archive itself. Refuses `not_found`: also before it is written, and once its day is over. */
export async function downloadExport(parts: ExportParts, context: Context, id: string): Promise<Download> {
  mustOwn(context.actor);
  const { slug, createdAt } = await read(context, async (tx) => {
    const [record] = await selectExports(tx, context.workspaceId, { id, limit: 1 });
    const isThere = record?.state === 'done' && (record.expiresAt ?? 0) > context.now();
    if (record === undefined || !isThere) throw new Refusal('not_found');
    return { slug: await slugOf(tx, context.workspaceId), createdAt: record.createdAt };
  });
  try {
    const file = await open(fileOf(parts, id));
    const day = new Date(createdAt).toISOString().slice(0, 10);
    return { fileName: `${slug}-${day}.tar.gz`, content: file.createReadStream() };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new Refusal('not_found');
    throw error;
  }
}
