import { lookup as systemLookup } from 'node:dns/promises';
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { OutboundError } from './outbound-error.ts';
import { isPublicAddress } from './public-address.ts';

export interface OutboundRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** For everything: name, connection, answer. 10 seconds unless said otherwise. */
  readonly timeoutMs?: number;
  /** Of the answer's body; 1 MiB unless said otherwise. */
  readonly maxBytes?: number;
  /** What a longer answer is: a failure (unless said otherwise), or an answer cut there. */
  readonly tooLarge?: 'failure' | 'cut';
}

export interface OutboundAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface OutboundOptions {
  /** All addresses of a host name; the system's resolver unless a test brings another. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  /** `host:port` that may be called whatever their addresses, over http too: servers of tests. */
  readonly trusted?: readonly string[];
}

/** Sends a request to an address others chose. A redirect is an answer like any other: it is not followed. */
export type Outbound = (url: string, request?: OutboundRequest) => Promise<OutboundAnswer>;

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 1024 * 1024;

/**
 * Calls that cannot be turned against ourselves: https only, every address of the name must be public, and the connection goes
 * to an address that was checked (a name that answers differently the second time changes nothing). Rejects with OutboundError.
 */
export function createOutbound(options: OutboundOptions = {}): Outbound {
  const resolve = options.resolve ?? resolveBySystem;
  const trusted = new Set(options.trusted);
  return async (text, request = {}) => {
    const { url, isTrusted } = admitUrl(text, trusted);
    const deadline = AbortSignal.timeout(request.timeoutMs ?? TIMEOUT_MS);
    const address = await withDeadline(chooseAddress(hostOf(url), isTrusted, resolve), deadline);
    return send(url, address, request, deadline);
  };
}

/** Why the URL may never be called, as far as it tells by itself, without asking for the addresses of its name; null when it may. */
export function addressFault(text: string, trusted: readonly string[] = []): OutboundError | null {
  try {
    const { url, isTrusted } = admitUrl(text, new Set(trusted));
    const host = hostOf(url);
    if (isTrusted || isIP(host) === 0 || isPublicAddress(host)) return null;
    return refused(`${host} is not public`);
  } catch (error) {
    if (error instanceof OutboundError) return error;
    throw error;
  }
}

function admitUrl(text: string, trusted: ReadonlySet<string>): { url: URL; isTrusted: boolean } {
  const url = parseUrl(text);
  const isTrusted = trusted.has(`${url.hostname}:${portOf(url)}`);
  if (url.protocol !== 'https:' && !isTrusted) throw refused(`${url.protocol} is not https`);
  return { url, isTrusted };
}

function parseUrl(text: string): URL {
  const url = URL.parse(text);
  if (url === null) throw refused('not a URL');
  if (url.username !== '' || url.password !== '') throw refused('credentials in the URL');
  return url;
}

function hostOf(url: URL): string {
  return url.hostname.startsWith('[') ? url.hostname.slice(1, -1) : url.hostname;
}

function portOf(url: URL): string {
  return url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
}

async function resolveBySystem(host: string): Promise<string[]> {
  const found = await systemLookup(host, { all: true });
  return found.map(({ address }) => address);
}

async function chooseAddress(
  host: string,
  isTrusted: boolean,
  resolve: NonNullable<OutboundOptions['resolve']>,
): Promise<string> {
  const addresses = isIP(host) === 0 ? await resolved(host, resolve) : [host];
  const [first] = addresses;
  if (first === undefined) throw new OutboundError('failed', `${host} has no address`);
  // One private address among public ones is a trap, not a choice.
  if (!isTrusted && !addresses.every(isPublicAddress)) throw refused(`${host} leads to an address that is not public`);
  return first;
}

async function resolved(host: string, resolve: NonNullable<OutboundOptions['resolve']>): Promise<readonly string[]> {
  try {
    return await resolve(host);
  } catch (error) {
    throw new OutboundError('failed', `${host} cannot be resolved`, { cause: error });
  }
}

async function withDeadline<T>(work: Promise<T>, deadline: AbortSignal): Promise<T> {
  const late = Promise.withResolvers<never>();
  const expire = () => late.reject(new OutboundError('timeout', 'the name was not resolved in time'));
  deadline.addEventListener('abort', expire, { once: true });
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    deadline.removeEventListener('abort', expire);
  }
}

async function send(url: URL, address: string, request: OutboundRequest, signal: AbortSignal): Promise<OutboundAnswer> {
  try {
    const response = await connect(url, address, request, signal);
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      body: await bodyOf(response, request.maxBytes ?? MAX_BYTES, request.tooLarge ?? 'failure'),
    };
  } catch (error) {
    if (error instanceof OutboundError) throw error;
    if (signal.aborted) throw new OutboundError('timeout', `${url.host} did not answer in time`, { cause: error });
    throw new OutboundError('failed', `${url.host} could not be called`, { cause: error });
  }
}

function connect(url: URL, address: string, request: OutboundRequest, signal: AbortSignal): Promise<IncomingMessage> {
  const family = isIP(address);
  // The name stays in the URL, for the certificate and the Host header; the socket goes to the checked address.
  const lookup: LookupFunction = (_host, wanted, done) => {
    if (wanted.all === true) done(null, [{ address, family }]);
    else done(null, address, family);
  };
  const settings: RequestOptions = {
    method: request.method ?? 'GET',
    headers: { 'user-agent': 'Cordee', accept: '*/*', ...request.headers },
    lookup,
    signal,
    agent: false,
  };
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const open = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const sending = open(url, settings, resolve);
  sending.on('error', reject);
  sending.end(request.body);
  return promise;
}

async function bodyOf(response: IncomingMessage, maxBytes: number, tooLarge: 'failure' | 'cut'): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    chunks.push(chunk);
    if (size <= maxBytes) continue;
    response.destroy();
    if (tooLarge === 'failure') throw new OutboundError('too_large', `the answer is larger than ${maxBytes} bytes`);
    break;
  }
  return Buffer.concat(chunks).subarray(0, maxBytes);
}

function refused(message: string): OutboundError {
  return new OutboundError('refused', message);
}
