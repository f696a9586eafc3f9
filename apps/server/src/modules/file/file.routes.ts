import { fileRoutes } from '@cordee/contract/file';
import type { FileKind } from '@cordee/contract/file-limits';
import {
  dispositionOf,
  fileToContract,
  findReadable,
  keepFile,
  mediaTypeOf,
  openFile,
  receiveBytes,
  type FileReaders,
} from '../../platform/files/index.ts';
import type { Api } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { read } from '../../platform/verb.ts';
import { getFileStorage } from './queries/get-file-storage.ts';
import { removeFile } from './verbs/remove-file.ts';
import { setFileStorage } from './verbs/set-file-storage.ts';

/** What a browser may show instead of saving it. */
const SHOWN: ReadonlySet<FileKind> = new Set(['pdf', 'png', 'jpeg', 'webp']);

/** Nothing of a file runs, whatever it is opened as. */
const RUNS_NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox";
/** The reader of PDF that comes with browsers does not start in a sandbox; it runs in a process of its own. */
const SHOWS_PDF = "default-src 'none'; frame-ancestors 'none'; object-src 'self'; style-src 'unsafe-inline'";

/** Serves what people hand in; `readers` says who may read what it belongs to. */
export function registerFiles(api: Pick<Api, 'on'>, readers: FileReaders): void {
  api.on(fileRoutes.uploadFile, async (context, { query, stream, headers }) => {
    if (stream === undefined) throw new Refusal('malformed_request');
    const bytes = await receiveBytes(stream, headers);
    return fileToContract(await keepFile(context, { name: query.name, bytes, expiresAt: query.expiresAt ?? null }));
  });
  api.on(fileRoutes.getFile, async (context, { params }) =>
    fileToContract(await read(context, (tx) => findReadable(tx, context, readers, params.id))),
  );
  api.on(fileRoutes.downloadFile, async (context, { params, query, reply }) => {
    const { file, content } = await openFile(context, readers, params.id);
    const isShown = query.as === 'preview' && SHOWN.has(file.kind);
    reply.type(mediaTypeOf[file.kind]);
    reply.header('content-length', String(file.size));
    reply.header('content-disposition', dispositionOf(file.name, isShown ? 'inline' : 'attachment'));
    reply.header('content-security-policy', isShown && file.kind === 'pdf' ? SHOWS_PDF : RUNS_NOTHING);
    reply.header('cache-control', 'private, no-store');
    return content;
  });
  api.on(fileRoutes.removeFile, (context, { params }) => removeFile(context, params.id));
  api.on(fileRoutes.getFileStorage, (context) => getFileStorage(context));
  api.on(fileRoutes.setFileStorage, (context, { body }) => setFileStorage(context, body.quotaBytes));
}
