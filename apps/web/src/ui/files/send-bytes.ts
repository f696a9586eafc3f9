import { callerHeaders, type AnswerOf } from '../../lib/api/call.ts';
import { Problem, problemOf } from '../../lib/api/problem.ts';

export type Uploaded = AnswerOf<'uploadFile'>;

/** Uploads a file, telling how far it is from 0 to 1: fetch does not know. Throws a Problem; an aborted one never settles. */
export function sendBytes(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/files?name=${encodeURIComponent(file.name.slice(0, 500))}`);
    for (const [name, value] of Object.entries(callerHeaders())) request.setRequestHeader(name, value);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total));
    request.addEventListener('error', () => reject(new Problem({ code: 'unreachable', status: 0 })));
    request.addEventListener('load', () => {
      if (request.status === 201) return resolve(JSON.parse(request.responseText) as Uploaded);
      const headers = { 'content-type': request.getResponseHeader('content-type') ?? '' };
      void problemOf(new Response(request.responseText, { status: request.status, headers })).then(reject);
    });
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
