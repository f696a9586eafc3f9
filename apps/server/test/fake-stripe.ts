import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong with one request. `lost`: nobody hears of it; `late`: it arrives when told, and its answer is never heard. */
export const stripeFaults = [
  'lost',
  'answer lost',
  'late',
  'slow',
  'twice',
  'broken before',
  'broken after',
  'broken for good',
  'too many',
  'garbled',
  'refused',
  'key refused',
] as const;
export type StripeFault = (typeof stripeFaults)[number];

export interface FakeTransfer {
  readonly id: string;
  readonly amount: number;
  readonly currency: string;
  readonly destination: string;
  readonly transfer_group: string;
  readonly metadata: { readonly line?: string };
}

interface Reply {
  readonly status: number;
  readonly body: string;
}

/**
 * Transfers as Stripe makes them: an idempotency key gives the first answer again, a failure of its own included, and refuses other
 * words under it. What goes wrong with the next requests is put in `faults`, first come, first served.
 */
export interface FakeStripe {
  readonly url: string;
  readonly transfers: FakeTransfer[];
  readonly faults: (StripeFault | null)[];
  /** How often a transfer was asked for. */
  asked: number;
  /** What was held up on the way arrives. */
  arrive(): void;
  /** A day is over: keys are known no longer. */
  forgetKeys(): void;
  close(): Promise<void>;
}

export async function startFakeStripe(): Promise<FakeStripe> {
  const held: (() => void)[] = [];
  const desk = openDesk();
  const fake: Omit<FakeStripe, 'url' | 'close'> = {
    transfers: desk.transfers,
    faults: [],
    asked: 0,
    arrive() {
      for (const arrive of held.splice(0)) arrive();
    },
    forgetKeys: desk.forgetKeys,
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const words = await bodyOf(request);
    const url = new URL(request.url ?? '/', 'http://stripe');
    const key = request.method === 'POST' ? String(request.headers['idempotency-key']) : null;
    if (key !== null) fake.asked += 1;
    const fault = fake.faults.shift() ?? null;
    const act = () => (key === null ? desk.list(url) : desk.create(words, key, fault === 'refused'));
    if (fault === 'late') held.push(act);
    if (fault === 'broken for good' && key !== null) desk.breakFor(words, key);
    const reply = fault === null || !untouched.has(fault) ? act() : (failures[fault] ?? null);
    if (fault === 'twice') act();
    answer(response, fault, reply);
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return Object.assign(fake, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => closed(server),
  });
}

/** What never reaches the desk. */
const untouched: ReadonlySet<StripeFault> = new Set(['lost', 'late', 'broken before', 'too many', 'key refused']);

const failures: Readonly<Partial<Record<StripeFault, Reply>>> = {
  'broken before': failure(500, 'api_error', 'broken'),
  'broken after': failure(503, 'api_error', 'broken'),
  'too many': failure(429, 'invalid_request_error', 'slower', 'rate_limit'),
  'key refused': failure(401, 'invalid_request_error', 'Invalid API Key'),
};

function answer(response: ServerResponse, fault: StripeFault | null, reply: Reply | null): void {
  const said = fault === 'broken after' ? failures[fault] : reply;
  if (said === null || said === undefined || fault === 'answer lost') {
    response.destroy();
    return;
  }
  const body = fault === 'garbled' ? said.body.slice(0, -9) : said.body;
  const say = () => response.writeHead(said.status, { 'content-type': 'application/json' }).end(body);
  // Longer than whoever asked waits.
  if (fault === 'slow') setTimeout(say, 400);
  else say();
}

/** Transfers and the keys they were asked for under. */
function openDesk() {
  const transfers: FakeTransfer[] = [];
  const known = new Map<string, { readonly words: string; readonly reply: Reply }>();
  const make = (words: string): Reply => {
    const form = new URLSearchParams(words);
    const text = (name: string) => form.get(name) ?? '';
    const transfer = {
      id: `tr_${transfers.length + 1}`,
      object: 'transfer',
      amount: Number(text('amount')),
      currency: text('currency'),
      destination: text('destination'),
      transfer_group: text('transfer_group'),
      metadata: { line: text('metadata[line]') },
    };
    transfers.push(transfer);
    return { status: 200, body: JSON.stringify(transfer) };
  };
  return {
    transfers,
    forgetKeys: () => known.clear(),
    breakFor(words: string, key: string): void {
      if (!known.has(key)) known.set(key, { words, reply: failure(500, 'api_error', 'broken') });
    },
    create(words: string, key: string, isRefused: boolean): Reply {
      const before = known.get(key);
      if (before !== undefined) return before.words === words ? before.reply : failure(400, 'idempotency_error', 'other words');
      const reply = isRefused ? failure(400, 'invalid_request_error', 'Insufficient funds', 'balance_insufficient') : make(words);
      known.set(key, { words, reply });
      return reply;
    },
    list(url: URL): Reply {
      const newest = transfers.filter((one) => one.transfer_group === url.searchParams.get('transfer_group')).toReversed();
      const after = newest.findIndex(({ id }) => id === url.searchParams.get('starting_after')) + 1;
      const end = after + Number(url.searchParams.get('limit') ?? 10);
      const list = { object: 'list', data: newest.slice(after, end), has_more: end < newest.length, url: url.pathname };
      return { status: 200, body: JSON.stringify(list) };
    },
  };
}

function failure(status: number, type: string, message: string, code?: string): Reply {
  return { status, body: JSON.stringify({ error: { type, message, ...(code === undefined ? {} : { code }) } }) };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => server.close((error) => (error === undefined ? resolve() : reject(error))));
}
