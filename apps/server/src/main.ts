// `npm start`: everything in one process, until a signal ends it.
import type { Language } from '@cordee/contract/language';
import { pino } from 'pino';
import { consoleLanguage } from './console-language.ts';
import { failureOf, failureText } from './cli/failure.ts';
import { ConfigError, readConfig } from './platform/config/index.ts';
import { DatabaseUnavailable, PlatformError } from './platform/db/index.ts';
import { createLog } from './platform/telemetry/log.ts';
import { startServer, type RunningServer } from './start-server.ts';

const language = consoleLanguage(process.env);
const starter = process.ppid;

try {
  const config = readConfig(process.env);
  // Lines for machines go to standard error, so that people read the address on standard output.
  const log = createLog(config.logLevel, pino.destination({ dest: 2, sync: false }));
  const ending = signalled();
  const running = await startServer(config, log);
  console.log(welcome(running, language));
  await ending;
  console.log({ en: 'Stopping: finishing what is under way…', fr: 'Arrêt : fin des travaux en cours…' }[language]);
  await running.stop();
} catch (error) {
  console.error(explain(error, language));
  process.exitCode = 1;
}

/** Resolves at the first SIGINT or SIGTERM, or when npm is gone; a second signal ends the process at once. */
async function signalled(): Promise<void> {
  await new Promise<void>((resolve) => {
    const first = () => {
      clearInterval(watch);
      resolve();
      process.once('SIGINT', () => process.exit(1)).once('SIGTERM', () => process.exit(1));
    };
    process.once('SIGINT', first).once('SIGTERM', first);
    const watch = setInterval(() => {
      if (starterIsGone()) first();
    }, 500);
    watch.unref();
  });
}

// A signal sent to npm ends the shell between npm and this process, which then would serve on, owned by nobody.
function starterIsGone(): boolean {
  return process.env['npm_lifecycle_event'] !== undefined && process.ppid !== starter;
}

function welcome({ baseUrl, setupLink, version }: RunningServer, reader: Language): string {
  const words = {
    en: {
      address: 'Address:',
      docs: 'API reference:',
      setup: 'Create the first administrator (one-time link, valid for a day):',
    },
    fr: {
      address: 'Adresse :',
      docs: "Référence de l'API :",
      setup: 'Créer le premier administrateur (lien à usage unique, valable un jour) :',
    },
  }[reader];
  const lines = [`Cordée ${version}`, `  ${words.address} ${baseUrl}`, `  ${words.docs} ${baseUrl}/api/docs`];
  if (setupLink !== null) lines.push(`  ${words.setup}`, `  ${setupLink}`);
  return lines.join('\n');
}

function explain(error: unknown, reader: Language): string {
  if (error instanceof ConfigError || error instanceof PlatformError || error instanceof DatabaseUnavailable) {
    return failureText(failureOf(error, reader));
  }
  return `cordee: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
