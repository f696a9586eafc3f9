// The process behind loadTest: options come as the one argument, the result leaves as a message.
import { connect, type Socket } from 'node:net';
import { AnswerReader } from './answer-reader.ts';
import type { LoadOptions, LoadResult } from './load-test.ts';

const options = JSON.parse(process.argv[2] ?? '') as LoadOptions;
const { connections, seconds, ratePerSecond } = options;
const warmUpMs = (options.warmUpSeconds ?? 0.5) * 1000;
const template = requestTemplate();

const latencies: number[] = [];
const statuses: Record<string, number> = {};
const idle: Line[] = [];
/** When requests fell due that no connection was free for, oldest first. */
const due: number[] = [];
let dueFrom = 0;
let sent = 0;
let errors = 0;
let measureFrom = Infinity;
let measureUntil = Infinity;

class Line {
  readonly #socket: Socket;
  #startedAt = 0;
  #busy = false;

  constructor() {
    const reader = new AnswerReader((status) => this.#answered(status));
    this.#socket = connect({ port: options.port, host: '127.0.0.1', noDelay: true });
    this.#socket.on('data', (chunk: Buffer) => reader.read(chunk));
    this.#socket.on('error', () => undefined);
    this.#socket.on('close', () => {
      if (performance.now() < measureUntil) errors += 1;
      this.#busy = true;
    });
  }

  connected(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket.once('connect', resolve);
      this.#socket.once('error', reject);
    });
  }

  send(startedAt: number): void {
    this.#startedAt = startedAt;
    this.#busy = true;
    sent += 1;
    this.#socket.write(typeof template === 'string' ? template : template(sent), 'latin1');
  }

  /** When the request it waits for an answer to fell due; null when it waits for none. */
  get waitingSince(): number | null {
    return this.#busy && this.#startedAt > 0 ? this.#startedAt : null;
  }

  end(): void {
    this.#socket.destroy();
  }

  #answered(status: number): void {
    const now = performance.now();
    if (!this.#busy) errors += 1;
    this.#busy = false;
    if (now >= measureFrom && now < measureUntil) {
      latencies.push(now - this.#startedAt);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
    if (now < measureUntil) next(this, now);
  }
}

function next(line: Line, now: number): void {
  if (ratePerSecond === undefined) return line.send(now);
  const waiting = due[dueFrom];
  if (waiting === undefined) {
    idle.push(line);
    return;
  }
  dueFrom += 1;
  line.send(waiting);
}

function requestTemplate(): string | ((number: number) => string) {
  const { method = 'GET', path, host = 'localhost', headers = {}, body } = options;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = numbered(`${method} ${path} HTTP/1.1\r\nHost: ${host}\r\n${lines.join('')}`);
  if (body === undefined) return typeof head === 'string' ? `${head}\r\n` : (number) => `${head(number)}\r\n`;
  const content = numbered(body);
  const length = Buffer.byteLength(typeof content === 'string' ? content : content(0));
  const write = (text: Numbered, number: number) => (typeof text === 'string' ? text : text(number));
  if (typeof head === 'string' && typeof content === 'string') return `${head}Content-Length: ${length}\r\n\r\n${content}`;
  return (number) => `${write(head, number)}Content-Length: ${length}\r\n\r\n${write(content, number)}`;
}

type Numbered = string | ((number: number) => string);

/** A text with `{n}` and `{n%50}` in it, padded, so that its length never changes. */
function numbered(text: string): Numbered {
  const [first = '', ...parts] = text.split(/(\{n(?:%\d+)?\})/);
  if (parts.length === 0) return first;
  const places = parts.map((part) => {
    const modulus = /^\{n(?:%(\d+))?\}$/.exec(part);
    if (modulus === null) return (): string => part;
    const divisor = Number(modulus[1] ?? 1e12);
    const digits = String(divisor - 1).length;
    return (number: number): string => String(number % divisor).padStart(digits, '0');
  });
  return (number) => places.reduce((written, place) => written + place(number), first);
}

/** Falls due in small steps, since timers are no finer than a millisecond; each request keeps the instant it was due at. */
function schedule(rate: number, from: number): void {
  let scheduled = 0;
  const tick = (): void => {
    const now = performance.now();
    if (now >= measureUntil) return;
    const target = Math.floor(((now - from) / 1000) * rate);
    for (; scheduled < target; scheduled += 1) {
      const at = from + ((scheduled + 1) / rate) * 1000;
      const line = idle.pop();
      if (line === undefined) due.push(at);
      else line.send(at);
    }
    setTimeout(tick, 1);
  };
  tick();
}

function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Under a rate, what was not answered by the end has waited until then at least: leaving it out would flatter the server. */
function unanswered(): number {
  if (ratePerSecond === undefined) return 0;
  const since = [...due.slice(dueFrom), ...lines.flatMap((line) => line.waitingSince ?? [])];
  for (const at of since) latencies.push(measureUntil - at);
  return since.length;
}

function result(): LoadResult {
  const requests = latencies.length;
  const late = unanswered();
  const sorted = Float64Array.from(latencies).sort();
  return {
    requestsPerSecond: requests / seconds,
    requests,
    errors,
    unanswered: late,
    statuses,
    latencies: {
      p50: quantile(sorted, 0.5),
      p90: quantile(sorted, 0.9),
      p99: quantile(sorted, 0.99),
      p999: quantile(sorted, 0.999),
      max: quantile(sorted, 1),
    },
  };
}

const lines = Array.from({ length: connections }, () => new Line());
await Promise.all(lines.map((line) => line.connected()));
const startedAt = performance.now();
measureFrom = startedAt + warmUpMs;
measureUntil = measureFrom + seconds * 1000;
if (ratePerSecond === undefined) for (const line of lines) line.send(startedAt);
else {
  idle.push(...lines);
  schedule(ratePerSecond, startedAt);
}
await new Promise((resolve) => setTimeout(resolve, measureUntil - performance.now()));
const measured = result();
for (const line of lines) line.end();
process.send?.(measured, () => process.exit(0));
