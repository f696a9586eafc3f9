import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { AnswerReader } from './answer-reader.ts';
import { loadTest } from './load-test.ts';

describe('the reader of answers', () => {
  const answers = [
    'HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n',
    'HTTP/1.1 200 OK\r\ncontent-length: 5\r\nX: y\r\n\r\nhello',
    'HTTP/1.1 304 Not Modified\r\nETag: "x"\r\n\r\n',
  ].join('');

  it.each([1, 2, 7, 40, 1000])('cuts a stream that comes in pieces of %i bytes', (size) => {
    const statuses: number[] = [];
    const reader = new AnswerReader((status) => statuses.push(status));
    for (let from = 0; from < answers.length; from += size) reader.read(Buffer.from(answers.slice(from, from + size)));
    expect(statuses).toEqual([302, 200, 304]);
  });

  it('refuses what it cannot measure', () => {
    const reader = new AnswerReader(() => undefined);
    expect(() => reader.read(Buffer.from('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'))).toThrow('chunked');
  });
});

describe('the load generator', () => {
  it('counts answers by status, numbers bodies, and keeps to a rate', async () => {
    const bodies = new Set<string>();
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      request.on('end', () => {
        bodies.add(body);
        response.writeHead(201, { 'content-length': 2 }).end('ok');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const load = { port, path: '/x', connections: 4, seconds: 0.5, warmUpSeconds: 0.1, method: 'POST', body: '{"n":"{n}"}' };
    const result = await loadTest({ ...load, ratePerSecond: 100 });
    server.close();
    expect(result.errors).toBe(0);
    expect(Object.keys(result.statuses)).toEqual(['201']);
    expect(result.requests).toBeGreaterThan(20);
    expect(result.requests).toBeLessThan(80);
    expect(bodies.size).toBeGreaterThanOrEqual(result.requests);
    expect(result.latencies.p50).toBeLessThanOrEqual(result.latencies.p99);
  });
});
