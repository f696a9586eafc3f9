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
  const head = `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\n${lines.join('')}`;
  if (body === undefined) return `${head}\r\n`;
  // Padded, so that the length of the body never changes.
  const [before = '', after] = body.split('{n}', 2);
  if (after === undefined) return `${head}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  const length = Buffer.byteLength(before + after) + 12;
  return (number) => `${head}Content-Length: ${length}\r\n\r\n${before}${String(number).padStart(12, '0')}${after}`;
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

function result(): LoadResult {
  const sorted = Float64Array.from(latencies).sort();
  return {
    requestsPerSecond: latencies.length / seconds,
    requests: latencies.length,
    errors: errors + (due.length - dueFrom),
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
for (const line of lines) line.end();
process.send?.(result(), () => process.exit(0));
