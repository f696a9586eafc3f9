import type { ServerResponse } from 'node:http';

/** 302 and nothing else: every click must come back to us, so nobody may keep the answer. */
export function sendRedirect(response: ServerResponse, location: string, cookie: string | null): void {
  if (response.destroyed) return;
  const headers = ['Location', location, 'Cache-Control', 'no-store', 'Content-Length', '0'];
  if (cookie !== null) headers.push('Set-Cookie', cookie);
  response.writeHead(302, headers);
  response.end();
}

/** Nothing was stored and nothing promised: the browser may try again in a second. */
export function sendUnavailable(response: ServerResponse): void {
  const text =
    'The click could not be stored. Please try again in a moment.\nLe clic n’a pas pu être enregistré. Réessayez dans un instant.\n';
  sendText(response, 503, text, ['Retry-After', '1']);
}

export function sendNoWorkspace(response: ServerResponse): void {
  const text = 'No workspace answers at this address.\nAucun espace ne répond à cette adresse.\n';
  sendText(response, 404, text, []);
}

export function sendMethodNotAllowed(response: ServerResponse): void {
  const text = 'Only GET and HEAD are possible here.\nSeuls GET et HEAD sont possibles ici.\n';
  sendText(response, 405, text, ['Allow', 'GET, HEAD']);
}

function sendText(response: ServerResponse, status: number, text: string, extra: readonly string[]): void {
  if (response.destroyed) return;
  const length = String(Buffer.byteLength(text));
  const headers = ['Content-Type', 'text/plain; charset=utf-8', 'Cache-Control', 'no-store', 'Content-Length', length];
  response.writeHead(status, [...headers, ...extra]);
  response.end(text);
}
