import type { IncomingMessage, ServerResponse } from 'node:http';
import { formatInstant } from '@cordee/core/time';
import type { Registry } from 'prom-client';
import type { Clock } from '../../platform/clock/index.ts';
import { openDatabase, type DatabaseOptions } from '../../platform/db/index.ts';
import { createClickRecorder } from './clicks/click-recorder.ts';
import { ClickWriter } from './clicks/click-writer.ts';
import { LinkFeed } from './links/link-feed.ts';
import { LinkMap } from './links/link-map.ts';
import { createAddressHashes } from './redirect/address-hashes.ts';
import { createAgentReader } from './redirect/agent.ts';
import { Redirect } from './redirect/redirect.ts';
import { trustsProxies } from './redirect/trusted-proxies.ts';
import { createScript } from './script.ts';
import { createTrackingMetrics, noMetrics } from './tracking.metrics.ts';
import { daySalt } from './tracking.store.ts';
import type { ClickDesk } from './verbs/track-click.ts';

export interface TrackingOptions {
  readonly database: Pick<DatabaseOptions, 'url' | 'role'>;
  readonly clock: Clock;
  readonly trustedProxies: readonly string[];
  readonly onFault: (error: Error) => void;
  /** The code of /t.js; null leaves the address to nobody. */
  readonly script: string | null;
  /** Clicks that may wait at once; beyond, 503. */
  readonly mostWaiting?: number;
}

export interface Tracking {
  /** Answers `/r/…` and `/t.js` on bare node:http; false for everything else. */
  readonly fastPath: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** What `serveTracking` needs. */
  readonly desk: ClickDesk;
  /** Adds queue, batches and faults to what /metrics shows. */
  registerMetrics(registry: Registry): void;
  /** Clicks taken and not yet answered. */
  waiting(): number;
  /** Reads the links again if they changed; done by itself within seconds. */
  refreshLinks(): Promise<void>;
  /** Takes no more clicks, answers those taken, lets go of the database. */
  close(): Promise<void>;
}

const LANES = 2;
const MINUTE_MS = 60_000;

/**
 * Opens the redirect with connections of its own, so that neither waits for the rest of the program: two to store clicks, two
 * to follow links. Ready when links, partitions and today's key are there.
 */
export async function openTracking(options: TrackingOptions): Promise<Tracking> {
  const { database, clock, onFault } = options;
  const writerDb = openDatabase({ ...database, max: LANES, onIdleError: onFault });
  const linksDb = openDatabase({ ...database, max: 2, onIdleError: onFault });
  let metrics = noMetrics;
  const writer = new ClickWriter({
    db: writerDb,
    now: clock,
    lanes: LANES,
    ...(options.mostWaiting === undefined ? {} : { mostWaiting: options.mostWaiting }),
    onBatch: (rows) => metrics.batch(rows),
    onFault(error) {
      metrics.fault();
      onFault(error);
    },
  });
  const links = new LinkMap();
  const feed = new LinkFeed({ db: linksDb, map: links, onFault });
  const hashes = createAddressHashes();

  // A new day has a new key; a new month needs a partition.
  async function turnDay(): Promise<void> {
    const day = formatInstant(clock()).slice(0, 10);
    if (day === hashes.day()) return;
    await writer.prepareMonths();
    hashes.use(day, await daySalt(linksDb, day));
  }

  const desk: ClickDesk = {
    links,
    lookUp: (site, code) => feed.lookUp(site, code),
    refresh: () => feed.refresh(),
    recorder: createClickRecorder(writer, hashes),
    readAgent: createAgentReader(),
  };
  const redirect = new Redirect({ ...desk, trusts: trustsProxies(options.trustedProxies), now: clock });
  const script = options.script === null ? () => false : createScript(options.script);
  const timer = setInterval(() => {
    turnDay().catch((error: unknown) => onFault(error instanceof Error ? error : new Error('no new day', { cause: error })));
  }, MINUTE_MS);
  timer.unref();

  async function close(): Promise<void> {
    clearInterval(timer);
    await writer.close();
    await feed.close();
    await Promise.all([writerDb.close(), linksDb.close()]);
  }

  try {
    await turnDay();
    await feed.refresh();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    fastPath: (request, response) => redirect.handle(request, response) || script(request, response),
    desk,
    registerMetrics(registry) {
      metrics = createTrackingMetrics(registry, () => writer.waiting);
    },
    waiting: () => writer.waiting,
    refreshLinks: () => feed.refresh(),
    close,
  };
}
