import { pino } from 'pino';
import { runDemo, type Demo, type DemoVerdict } from '../../demo/run-demo.ts';
import { administrator } from '../../demo/steps/open-company.ts';
import { verifyWorkspace } from '../../modules/counting/index.ts';
import type { Config } from '../../platform/config/index.ts';
import { createLog } from '../../platform/telemetry/log.ts';
import { startServer, type RunningServer } from '../../start-server.ts';
import { defineCommand, type CommandContext } from '../command.ts';
import { clearDemoFolder, demoFolderOf, markDemoFolder } from '../demo-folder.ts';
import { openInstallation } from '../installation.ts';
import { interruption } from '../interruption.ts';
import { UsageError } from '../usage-error.ts';

type Ask = Pick<CommandContext<unknown, unknown>, 'language' | 'clock' | 'note' | 'say'>;

export const demo = defineCommand({
  name: 'demo',
  summary: {
    en: 'Play ninety days of an invented company through the public endpoints, and explain what came of it.',
    fr: 'Jouer quatre-vingt-dix jours d’une entreprise inventée par l’API publique, et expliquer ce qui en résulte.',
  },
  options: {
    scale: {
      kind: 'text',
      value: '0.1',
      help: { en: 'part of the full size, up to 1', fr: 'part de la taille complète, jusqu’à 1' },
    },
    'keep-data': {
      kind: 'flag',
      help: {
        en: 'do not empty the data folder first: another company beside those of earlier runs',
        fr: 'ne pas vider d’abord le dossier de données : une entreprise de plus à côté des précédentes',
      },
    },
    keep: {
      kind: 'flag',
      help: { en: 'leave the server running, with its address', fr: 'laisser le serveur en marche, avec son adresse' },
    },
  },
  positionals: [],
  async run({ options, config, language, clock, note, say, write }) {
    const scale = scaleOf(options.scale);
    const settings = settingsFor(config);
    if (!options['keep-data'] && settings.databaseUrl === null) await clearDemoFolder(settings.dataFolder);
    markDemoFolder(settings.dataFolder);
    note({ en: `Data folder: ${settings.dataFolder}`, fr: `Dossier de données : ${settings.dataFolder}` });
    const running = { language, clock, note, say };
    const { port, demo: played } = await playOn(settings, scale, running);
    const ok = played.result.ledgerBalanced && played.result.replayDifferences === 0;
    if (!options.keep) return { ok, json: played.result, text: played.text };
    write(`${played.text}\n\n`);
    await stayOpen({ ...settings, port, worker: true }, running);
    return { ok, json: played.result, text: '' };
  },
});

/** A server of its own: without limits for its one client, which plays many visitors from behind a proxy. */
function settingsFor(config: Config): Config {
  return {
    ...config,
    port: 0,
    host: '127.0.0.1',
    baseUrl: null,
    dataFolder: demoFolderOf(config.dataFolder),
    trustedProxies: ['127.0.0.1', '::1'],
    rates: { default: 0, track: 0, auth: 0 },
    drainMs: 0,
    // What it does by itself it would do at another moment in every run.
    worker: false,
    logLevel: 'error',
  };
}

async function playOn(settings: Config, scale: number, ask: Ask): Promise<{ readonly port: number; readonly demo: Demo }> {
  const { language, clock, note } = ask;
  const interrupted = interruption();
  const server = await startServer(settings, serverLog(settings));
  try {
    const { baseUrl, setupLink } = server;
    const verify = (slug: string) => verifyCompany(settings, slug, ask);
    const host = { baseUrl, setupLink, now: clock, verify, note };
    const played = await Promise.race([runDemo(host, language, scale), interrupted.signalled.then(() => null)]);
    if (played === null) throw new Error({ en: 'Interrupted.', fr: 'Interrompu.' }[language]);
    return { port: Number(new URL(baseUrl).port), demo: played };
  } finally {
    interrupted.forget();
    await server.stop();
  }
}

/** What `cordee verify` says of the company. */
async function verifyCompany(settings: Config, slug: string, { language, clock }: Ask): Promise<DemoVerdict> {
  const installation = await openInstallation(settings, { command: 'demo', language, clock, log: () => undefined });
  try {
    const { facts, ledgerBalanced, differences, moreDifferences } = await verifyWorkspace(await installation.context(slug));
    return { facts, ledgerBalanced, replayDifferences: differences.length + moreDifferences };
  } finally {
    await installation.close();
  }
}

async function stayOpen(settings: Config, { note }: Ask): Promise<void> {
  const interrupted = interruption();
  const server = await startServer(settings, serverLog(settings));
  try {
    note(welcome(server));
    await interrupted.signalled;
  } finally {
    interrupted.forget();
    await server.stop();
  }
}

function welcome({ baseUrl }: RunningServer) {
  const { email, password } = administrator;
  return {
    en: `Address:   ${baseUrl}\nReference: ${baseUrl}/api/docs\nSign-in:   ${email} / ${password}\nCtrl-C ends it.`,
    fr: `Adresse :   ${baseUrl}\nRéférence : ${baseUrl}/api/docs\nConnexion : ${email} / ${password}\nCtrl-C l’arrête.`,
  };
}

function serverLog({ logLevel }: Config) {
  return createLog(logLevel, pino.destination({ dest: 2, sync: false }));
}

function scaleOf(text: string | undefined): number {
  const scale = text === undefined ? 1 : /^\d*[.,]?\d+$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  if (scale > 0 && scale <= 1) return scale;
  throw new UsageError({
    en: `--scale cannot be "${text}". Right: 0.1, at most 1.`,
    fr: `--scale ne peut valoir « ${text} ». Correct : 0,1 ; au plus 1.`,
  });
}
