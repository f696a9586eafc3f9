import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { call, done } from './client.ts';
import { firstCompany, type Company } from './company.ts';
import type { FaultReport } from './report.ts';
import { postmasterOf, startServerProcess, withFolder } from './server-process.ts';

/** SIGTERM amid requests: those begun are answered, the process ends with 0, its database with it; then it starts again. */
export function drainAndRestart(): Promise<FaultReport> {
  return withFolder(async (dataFolder) => {
    const faults: string[] = [];
    const first = await startServerProcess({ dataFolder, port: 0 });
    const port = Number(new URL(first.origin).port);
    let second = first;
    try {
      const company = await firstCompany(first.origin, first.setupLink, 1);
      const halves = await Promise.all(Array.from({ length: 8 }, (_, number) => begin(first.origin, company, number)));
      const ending = first.terminate();
      await wait(100);
      const answers = await Promise.all(halves.map((half) => half.end()));
      const stopped = performance.now();
      const code = await ending;
      const stopMs = Math.round(performance.now() - stopped);
      if (code !== 0) faults.push(`ended with ${code}: ${first.output()}`);
      const answered = answers.filter(({ status }) => status === 200).length;
      if (answered < halves.length)
        faults.push(
          `${answered} of ${halves.length} begun requests were answered: ${answers.map(({ status }) => status).join(', ')}`,
        );
      if (postmasterOf(dataFolder) !== null) faults.push('the database outlived the program');
      second = await startServerProcess({ dataFolder, port });
      const known = await done(second.origin, company.key, 'GET', '/api/v1/facts?limit=200');
      for (const { eventId } of answers)
        if (!JSON.stringify(known).includes(eventId)) faults.push(`${eventId} was answered and is not there`);
      await second.kill();
      // The orphaned database is adopted.
      const orphan = postmasterOf(dataFolder);
      const third = await startServerProcess({ dataFolder, port });
      if (postmasterOf(dataFolder) !== orphan) faults.push('the living database was not adopted');
      if ((await call(third.origin, 'GET', '/readyz')).status !== 200) faults.push('not ready after adopting');
      if ((await third.terminate()) !== 0) faults.push('the third server did not end with 0');
      return {
        name: 'SIGTERM drains, then a second start',
        numbers: {
          begun: halves.length,
          answered,
          stopMs,
          firstStartMs: first.startMs,
          secondStartMs: second.startMs,
          adoptingStartMs: third.startMs,
        },
        faults,
      };
    } finally {
      for (const server of [first, second]) if (server.isAlive()) await server.kill();
    }
  });
}

interface Half {
  readonly end: () => Promise<{ readonly status: number; readonly eventId: string }>;
}

/** Sends the first half of a sale; resolves once the server has its head and part of its body. */
async function begin(origin: string, company: Company, number: number): Promise<Half> {
  const eventId = `drain-${number}`;
  const body = JSON.stringify({
    eventId,
    customer: { externalId: 'c' },
    currency: 'EUR',
    amount: 1000,
    coupon: company.partners[0]?.coupon,
  });
  const { hostname, port } = new URL(origin);
  const asking = request({
    host: hostname,
    port,
    method: 'POST',
    path: '/api/v1/track/sale',
    agent: false,
    headers: {
      authorization: `Bearer ${company.key}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      expect: '100-continue',
    },
  });
  const status = new Promise<number>((resolve) => {
    asking.once('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asking.once('error', () => resolve(0));
  });
  // The server has read the head when it asks for the rest.
  await new Promise<void>((resolve, reject) => asking.once('continue', resolve).once('error', reject).flushHeaders());
  asking.write(body.slice(0, 20));
  return {
    async end() {
      asking.end(body.slice(20));
      return { status: await status, eventId };
    },
  };
}
