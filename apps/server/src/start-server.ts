import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { compose } from './compose.ts';
import { ensureSetupLink } from './modules/identity/index.ts';
import { openStore, type Store } from './open-store.ts';
import { sealParts } from './seal-parts.ts';
import { systemClock } from './platform/clock/index.ts';
import type { Config } from './platform/config/index.ts';
import { readMasterKey } from './platform/crypto/index.ts';
import { APPLICATION_ROLE, isSchemaCurrent, PlatformError } from './platform/db/index.ts';
import { startJobWorker, type JobWorker } from './platform/jobs/index.ts';
import { createMailer } from './platform/mail/index.ts';
import type { Log } from './platform/telemetry/log.ts';

/** Where `npm run build -w apps/web` puts the console and the portal. */
const SCREENS = join(import.meta.dirname, '..', '..', 'web', 'dist');

export interface RunningServer {
  readonly baseUrl: string;
  readonly version: string;
  /** Creates the first administrator; null once there is one. */
  readonly setupLink: string | null;
  /** Answers what is under way, then closes everything. */
  stop(): Promise<void>;
}

/** They mostly wait for other systems. */
const CALLS_AT_ONCE = 6;

/** The whole product in one process: database, API, redirects. Refuses with PlatformError. */
export async function startServer(config: Config, log: Log): Promise<RunningServer> {
  const store = await openStore(config, {
    log: (line) => log.info(line),
    onIdleError: (err) => log.warn({ err }, 'idle database connection lost'),
  });
  try {
    return await serve(config, log, store);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function serve(config: Config, log: Log, store: Store): Promise<RunningServer> {
  const port = config.port === 0 ? await freePort(config.host) : config.port;
  const baseUrl = config.baseUrl ?? `http://${nameOf(config.host)}:${port}`;
  const version = programVersion();
  const masterKey = readMasterKey(config.secret, config.dataFolder);
  const mailer = config.smtpUrl === null ? null : createMailer(config.smtpUrl);
  const served = compose({
    db: store.db,
    pool: store.pool,
    clock: systemClock,
    log,
    baseUrl,
    version,
    masterKey,
    importFolder: join(config.dataFolder, 'imports'),
    exports: {
      url: store.url,
      folder: join(config.dataFolder, 'exports'),
      secret: { operator: config.secret, dataFolder: config.dataFolder },
    },
    outboundHosts: config.outboundHosts,
    ...(config.timestampUrl === null ? {} : { timestampUrl: config.timestampUrl }),
    seals: sealParts(masterKey, config.seal, config.outboundHosts),
    ...(config.ratesUrl === null ? {} : { ratesUrl: config.ratesUrl }),
    ...(config.stripeUrl === null ? {} : { stripeUrl: config.stripeUrl }),
    viesUrl: config.viesUrl,
    mail: {
      mailer,
      from: config.mailFrom ?? `cordee@${new URL(baseUrl).hostname}`,
      // A server others can reach never shows what it would have sent.
      shows: !config.isProduction && config.smtpUrl === null && isOwnMachine(baseUrl) && isOwnMachine(`http://${config.host}`),
    },
    rates: config.rates,
    http: {
      trustedProxies: config.trustedProxies,
      metricsToken: config.metricsToken,
      isCurrent: () => isSchemaCurrent(store.db),
      screens: SCREENS,
    },
  });
  const workers: JobWorker[] = [];
  try {
    await served.track({ url: store.url, role: APPLICATION_ROLE });
    if (config.worker) {
      workers.push(await startJobWorker({ url: store.url, jobs: served.jobs, log }));
      workers.push(await startJobWorker({ url: store.url, jobs: served.calls, log, concurrency: CALLS_AT_ONCE }));
    }
    await served.listen(config.host, port);
  } catch (error) {
    await stopAll(workers);
    await served.close();
    throw portProblem(error, port);
  }
  return {
    baseUrl,
    version,
    setupLink: await ensureSetupLink(store.db, baseUrl, systemClock()),
    async stop() {
      // Requests first, then work in the background, then what both stand on.
      await served.close(config.drainMs);
      await stopAll(workers);
      mailer?.close();
      await store.close();
    },
  };
}

async function stopAll(workers: readonly JobWorker[]): Promise<void> {
  await Promise.all(workers.map((worker) => worker.stop()));
}

function isOwnMachine(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(URL.parse(url)?.hostname ?? '');
}

/** The name people on this machine reach a listening address by. */
function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === '127.0.0.1') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

async function freePort(host: string): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, host, resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

function programVersion(): string {
  const file = join(import.meta.dirname, '..', '..', '..', 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function portProblem(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new PlatformError({
      code: 'port_in_use',
      sentence: { en: `Port ${port} is already in use.`, fr: `Le port ${port} est déjà utilisé.` },
      hint: {
        en: `Stop the other program, or choose another port: PORT=${port + 1} npm start`,
        fr: `Arrêtez l'autre programme, ou choisissez un autre port : PORT=${port + 1} npm start`,
      },
    });
  }
  if (code !== 'EACCES' && code !== 'EADDRNOTAVAIL') return error;
  return new PlatformError({
    code: 'port_refused',
    sentence: { en: `The system refuses to listen on port ${port}.`, fr: `Le système refuse l'écoute sur le port ${port}.` },
    hint: {
      en: 'Choose a port above 1023 and an address of this machine: PORT=3000 HOST=127.0.0.1 npm start',
      fr: 'Choisissez un port au-dessus de 1023 et une adresse de cette machine : PORT=3000 HOST=127.0.0.1 npm start',
    },
  });
}
