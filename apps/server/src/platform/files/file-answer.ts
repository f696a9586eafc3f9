import type { FileAnswer } from '@cordee/contract/file';
import type { FileKind } from '@cordee/contract/file-limits';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { UploadedFile } from './uploaded-file.store.ts';

/** A file on the wire. */
export function fileToContract({ id, name, kind, size, sha256, uploadedAt, expiresAt }: UploadedFile): FileAnswer {
  return {
    id: encodeId('fil', id),
    name,
    kind,
    size,
    sha256,
    uploadedAt: formatInstant(uploadedAt),
    expiresAt: expiresAt === null ? null : formatInstant(expiresAt),
  };
}

/** As which type the bytes of a kind are given out: never as anything a browser would run. */
export const mediaTypeOf: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  text: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};
