import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createOutbound, isPublicAddress, OutboundError, type Outbound } from './index.ts';

const open: Server[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => new Promise((resolve) => server.close(resolve).closeAllConnections())));
});

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function reasonOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'answered',
    (error: unknown) => (error instanceof OutboundError ? error.reason : String(error)),
  );
}

test.each([
  '127.0.0.1',
  '0.0.0.0',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '198.18.0.1',
  '203.0.113.9',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::7f00:1',
  '64:ff9b::7f00:1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'ff02::1',
  '2001:db8::1',
  '2001::1',
  '2002:7f00:1::1',
  'example.com',
  '',
])('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

describe('what is refused before anything is sent', () => {
  const names: Record<string, string[]> = {
    'internal.example': ['10.0.0.5'],
    'mixed.example': ['8.8.8.8', '127.0.0.1'],
    'empty.example': [],
  };
  const call = createOutbound({ resolve: async (host) => names[host] ?? Promise.reject(new Error('no such name')) });

  test.each([
    ['http://example.com/', 'refused'],
    ['ftp://example.com/', 'refused'],
    ['file:///etc/passwd', 'refused'],
    ['not a url', 'refused'],
    ['https://user:word@example.com/', 'refused'],
    ['https://127.0.0.1/', 'refused'],
    ['https://0x7f.1/', 'refused'],
    ['https://2130706433/', 'refused'],
    ['https://[::1]/', 'refused'],
    ['https://[::ffff:127.0.0.1]/', 'refused'],
    ['https://169.254.169.254/latest/meta-data', 'refused'],
    ['https://internal.example/', 'refused'],
    ['https://mixed.example/', 'refused'],
    ['https://empty.example/', 'failed'],
    ['https://unknown.example/', 'failed'],
  ])('%s', async (url, reason) => {
    expect(await reasonOf(call(url))).toBe(reason);
  });
});

describe('a call', () => {
  function callTo(port: number): Outbound {
    return createOutbound({ resolve: async () => ['127.0.0.1'], trusted: [`partner.example:${port}`] });
  }

  test('goes to the checked address under its own name, and its answer comes back', async () => {
    const port = await serve((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => response.writeHead(201, { 'x-host': request.headers.host }).end(`${request.method} ${text}`));
    });
    const answer = await callTo(port)(`http://partner.example:${port}/hook`, { method: 'POST', body: 'hello' });
    expect([answer.status, answer.headers['x-host'], answer.body.toString()]).toEqual([
      201,
      `partner.example:${port}`,
      'POST hello',
    ]);
  });

  test('asks for the name once: a second answer cannot lead elsewhere', async () => {
    const port = await serve((_request, response) => response.end('ok'));
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return ['127.0.0.1'];
    };
    await createOutbound({ resolve, trusted: [`partner.example:${port}`] })(`http://partner.example:${port}/`);
    expect(asked).toBe(1);
  });

  test('does not follow a redirect', async () => {
    const port = await serve((_request, response) => response.writeHead(302, { location: 'http://127.0.0.1/' }).end());
    expect((await callTo(port)(`http://partner.example:${port}/`)).status).toBe(302);
  });

  test('ends at its limits of size and time', async () => {
    const large = await serve((_request, response) => response.end('x'.repeat(2000)));
    expect(await reasonOf(callTo(large)(`http://partner.example:${large}/`, { maxBytes: 1000 }))).toBe('too_large');
    const silent = await serve(() => undefined);
    expect(await reasonOf(callTo(silent)(`http://partner.example:${silent}/`, { timeoutMs: 50 }))).toBe('timeout');
    const never = createOutbound({ resolve: () => new Promise(() => undefined) });
    expect(await reasonOf(never('https://slow.example/', { timeoutMs: 50 }))).toBe('timeout');
  });
});
