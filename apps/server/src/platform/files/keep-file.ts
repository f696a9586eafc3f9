import { createHash } from 'node:crypto';
import { encodeId } from '@cordee/core/ids';
import type { Instant } from '@cordee/core/time';
import type { Actor, Context } from '../context.ts';
import { ownPartner } from '../own-partner.ts';
import { Refusal } from '../refusal.ts';
import { newUuid } from '../uuid.ts';
import { write } from '../verb.ts';
import { examineFile } from './examine-file.ts';
import { cleanName } from './file-name.ts';
import { mayHandIn } from './files.policy.ts';
import { holdStorage, insertFile, selectStorage, type UploadedFile } from './uploaded-file.store.ts';

export interface HandedIn {
  readonly name: string;
  readonly bytes: Buffer;
  readonly expiresAt?: Instant | null;
}

/**
 * Keeps a file of whoever acts, after it was looked into; for a day, unless something refers to it by then. Refuses `file_refused` with the
 * reason, and `file_storage_full`.
 */
export async function keepFile(context: Context, { name, bytes, expiresAt = null }: HandedIn): Promise<UploadedFile> {
  const { workspaceId, actor } = context;
  mayHandIn(actor);
  const partnerId = ownPartner(actor);
  const kind = await examineFile(bytes, name);
  return write(context, async (tx) => {
    const now = context.now();
    await holdStorage(tx, workspaceId);
    const { usedBytes, quotaBytes } = await selectStorage(tx, workspaceId);
    if (usedBytes + BigInt(bytes.length) > quotaBytes) throw new Refusal('file_storage_full');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file: UploadedFile = {
      id: newUuid(now),
      name: cleanName(name, kind),
      kind,
      size: bytes.length,
      sha256,
      uploadedAt: now,
      partnerId,
      uploadedBy: uploaderOf(actor),
      expiresAt,
    };
    await insertFile(tx, workspaceId, file, bytes);
    // Its name may tell of people; the audit trail cannot be erased.
    const after = { kind, size: file.size, sha256 };
    return { result: file, audit: { action: 'file.uploaded', subject: encodeId('fil', file.id), after } };
  });
}

/** Who uploads, as a text that tells them apart. */
export function uploaderOf(actor: Actor): string {
  if (actor.kind === 'user') return encodeId('usr', actor.userId);
  if (actor.kind === 'key') return encodeId('key', actor.keyId);
  return actor.kind === 'hook' ? encodeId('con', actor.connectionId) : actor.job;
}
