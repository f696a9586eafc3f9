import { oncePerRun, type BenchContext } from './context.ts';
import { loadTest, type LoadOptions, type LoadResult } from './load/load-test.ts';
import { withClient } from './stage/postgres.ts';
import { startProduct, startServer } from './stage/servers.ts';
import { partnerCount } from './stage/sales.ts';
import { foundCompany } from './stage/workspace.ts';
import { median } from './statistics.ts';

/** Requests a second by round, all servers up at once and loaded in turn. */
export interface RedirectRace {
  readonly durable: readonly number[];
  readonly forgetful: readonly number[];
  readonly constant: readonly number[];
  /** p99 in milliseconds by round, at half the peak of the durable one. */
  readonly durableLatency: readonly number[];
  readonly constantLatency: readonly number[];
}

const CONNECTIONS = 64;
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36';

/** Three servers beside each other: the product, the product without storing, and a constant answer. */
export const redirectRace = oncePerRun(async (context): Promise<RedirectRace> => {
  const url = await context.postgres.createDatabase('redirect');
  await foundCompany(url);
  const durable = await startProduct(context, url);
  const forgetful = await startServer('forgetful-redirect.ts', url);
  const constant = await startServer('constant-redirect.ts', url);
  const ports = { durable: durable.port, forgetful: forgetful.port, constant: constant.port };
  try {
    await mustStore(url, ports.durable, true);
    await mustStore(url, ports.forgetful, false);
    // Once for nothing: compilers and caches.
    for (const port of Object.values(ports)) await load({ port, seconds: context.scale.seconds });
    const peaks = await raceForPeak(context, ports);
    const rate = Math.floor(median(peaks.durable) / 2);
    context.log(`latency at ${rate} requests a second`);
    return { ...peaks, ...(await raceForLatency(context, ports, rate)) };
  } finally {
    await Promise.all([durable, forgetful, constant].map((server) => server.stop()));
  }
});

type Ports = Readonly<Record<'durable' | 'forgetful' | 'constant', number>>;

async function raceForPeak({ scale }: BenchContext, ports: Ports) {
  const names = ['durable', 'forgetful', 'constant'] as const;
  const peaks = { durable: [] as number[], forgetful: [] as number[], constant: [] as number[] };
  for (let round = 0; round < scale.rounds; round += 1) {
    // Each starts a round in its turn.
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(round + turn) % names.length] ?? 'durable';
      const { requestsPerSecond } = await load({ port: ports[name], seconds: scale.seconds });
      peaks[name].push(requestsPerSecond);
    }
  }
  return peaks;
}

async function raceForLatency({ scale }: BenchContext, ports: Ports, ratePerSecond: number) {
  const p99 = { durableLatency: [] as number[], constantLatency: [] as number[] };
  for (let round = 0; round < scale.rounds; round += 1) {
    const sides = [
      ['durableLatency', ports.durable],
      ['constantLatency', ports.constant],
    ] as const;
    for (const [name, port] of round % 2 === 0 ? sides : sides.toReversed()) {
      const { latencies } = await load({ port, seconds: scale.seconds, ratePerSecond });
      p99[name].push(latencies.p99);
    }
  }
  return p99;
}

async function load(options: Pick<LoadOptions, 'port' | 'seconds' | 'ratePerSecond'>): Promise<LoadResult> {
  const headers = { 'User-Agent': BROWSER, 'Accept-Language': 'fr' };
  const result = await loadTest({ ...options, path: `/r/bench-{n%${partnerCount}}`, connections: CONNECTIONS, headers });
  const { errors, statuses } = result;
  const others = Object.keys(statuses).filter((status) => status !== '302');
  if (errors > 0 || others.length > 0 || statuses['302'] === undefined) {
    throw new Error(`not every request was redirected: ${JSON.stringify({ errors, statuses })}`);
  }
  return result;
}

/** A race between servers that do not do what they are there for would mean nothing. */
async function mustStore(url: string, port: number, stores: boolean): Promise<void> {
  const before = await clicks(url);
  const { requests } = await load({ port, seconds: 0.2 });
  const stored = (await clicks(url)) - before;
  if (stores ? stored < requests : stored > 0) throw new Error(`${requests} clicks were answered and ${stored} stored`);
}

async function clicks(url: string): Promise<number> {
  const { rows } = await withClient(url, (client) => client.query<{ clicks: string }>('select count(*) as clicks from click'));
  return Number(rows[0]?.clicks);
}
