import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '@cordee/contract/language';
import { allWorkspaces } from '../modules/identity/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { Config } from '../platform/config/index.ts';
import type { Context } from '../platform/context.ts';
import {
  APPLICATION_ROLE,
  missingMigrations,
  openDatabase,
  PlatformError,
  startEmbedded,
  type Database,
} from '../platform/db/index.ts';

/** The installation a command works on, whether its server runs or not. */
export interface Installation {
  /** Login that owns the tables. */
  readonly url: string;
  /** Acts as the application. */
  readonly db: Database;
  /** Where links for people lead to. */
  readonly baseUrl: string;
  /** To act as the system in a workspace: the one of that slug, or the only one. */
  readonly context: (slug: string | undefined) => Promise<Context>;
  close(): Promise<void>;
}

export interface Caller {
  /** The command, for the audit trail. */
  readonly command: string;
  readonly language: Language;
  readonly clock: Clock;
  readonly log: (line: string) => void;
}

/** Opens the database and refuses one whose schema is not the one this program knows. */
export async function openInstallation(config: Config, caller: Caller): Promise<Installation> {
  const { url, stop } = await reachDatabase(config, { create: false, log: caller.log });
  try {
    const missing = await missingMigrations(url);
    if (missing.length > 0) throw outdated(missing);
  } catch (error) {
    await stop();
    throw error;
  }
  const db = openDatabase({ url, max: 4, role: APPLICATION_ROLE, onIdleError: () => undefined });
  return {
    url,
    db,
    baseUrl: config.baseUrl ?? `http://localhost:${config.port}`,
    context: async (slug) => {
      const workspaceId = await chooseWorkspace(db, slug);
      return {
        actor: { kind: 'system', job: `cordee ${caller.command}` },
        workspaceId,
        db,
        now: caller.clock,
        language: caller.language,
        requestId: `cli-${randomUUID()}`,
      };
    },
    async close() {
      await db.close();
      await stop();
    },
  };
}

/**
 * The database of the configuration: the one of its url, else the embedded one, which is taken over when it runs and started
 * for the time of the command when not. An embedded one is made only when `create` says so.
 */
export async function reachDatabase(
  config: Config,
  { create, log }: { readonly create: boolean; readonly log: (line: string) => void },
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  if (config.databaseUrl !== null) return { url: config.databaseUrl, stop: async () => undefined };
  const folder = join(config.dataFolder, 'postgres');
  if (!create && !existsSync(folder)) throw nothingInstalled(config.dataFolder);
  const server = await startEmbedded({ dataDir: folder, log });
  return { url: server.url, stop: () => server.stop() };
}

async function chooseWorkspace(db: Database, slug: string | undefined): Promise<string> {
  const known = await allWorkspaces(db);
  if (known.length === 0) throw noWorkspace();
  const chosen = slug === undefined && known.length === 1 ? known[0] : known.find((workspace) => workspace.slug === slug);
  if (chosen === undefined) throw ambiguous(known.map((workspace) => workspace.slug));
  return chosen.id;
}

function outdated(missing: readonly string[]): PlatformError {
  return new PlatformError({
    code: 'database_outdated',
    sentence: {
      en: `The database is not up to date (${missing.length} migrations are missing).`,
      fr: `La base n’est pas à jour (il manque ${missing.length} migrations).`,
    },
    hint: {
      en: 'Start Cordée once with `npm start`: it brings the database up to date. Then run the command again.',
      fr: 'Lancez une fois Cordée avec `npm start` : il met la base à jour. Puis relancez la commande.',
    },
  });
}

function nothingInstalled(folder: string): PlatformError {
  return new PlatformError({
    code: 'nothing_installed',
    sentence: { en: `There is no Cordée in ${folder}.`, fr: `Il n’y a pas de Cordée dans ${folder}.` },
    hint: {
      en: 'Start it once with `npm start`, or give the right --data or --database.',
      fr: 'Lancez-le une fois avec `npm start`, ou donnez le bon --data ou --database.',
    },
  });
}

function noWorkspace(): PlatformError {
  return new PlatformError({
    code: 'no_workspace',
    sentence: { en: 'There is no workspace yet.', fr: 'Il n’y a pas encore d’espace.' },
    hint: {
      en: 'Start Cordée with `npm start` and open the one-time link it prints.',
      fr: 'Lancez Cordée avec `npm start` et ouvrez le lien à usage unique qu’il affiche.',
    },
  });
}

function ambiguous(slugs: readonly string[]): PlatformError {
  return new PlatformError({
    code: 'workspace_required',
    sentence: { en: 'It must be said which workspace is meant.', fr: 'Il faut dire de quel espace il s’agit.' },
    hint: {
      en: `Add --workspace with one of: ${slugs.join(', ')}.`,
      fr: `Ajoutez --workspace avec l’un de : ${slugs.join(', ')}.`,
    },
  });
}
