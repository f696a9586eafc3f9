import { join } from 'node:path';
import { Client, DatabaseError } from 'pg';
import { asUnavailable } from './connection-errors.ts';
import { pendingMigrations, readMigrations } from './migration-files.ts';
import type { AppliedMigration, MigrationFile } from './migration-files.ts';
import { PlatformError } from './platform-error.ts';

export interface MigrateOptions {
  /** The login owns the tables and runs the files. */
  readonly url: string;
  readonly folder?: string;
  /** Name of the last file to run; all unless said. */
  readonly through?: string;
  readonly log?: (line: string) => void;
}

export interface MigrateResult {
  /** Names of the files run now, in order. */
  readonly applied: string[];
}

export const MIGRATIONS_FOLDER = join(import.meta.dirname, '..', '..', '..', 'migrations');

/** Any number nobody else uses for advisory locks on this database. */
const LOCK_KEY = '7020418305412019573';
const OLDEST_VERSION = 150000;

/**
 * Brings the schema to the newest file, each file in one transaction; several processes may call it at once. Refuses with
 * PlatformError: postgres_too_old, database_refused, migration_misnamed, migration_changed, migration_missing, migration_out_of_order,
 * database_newer_than_program, migration_failed. Rejects with DatabaseUnavailable when the server is away.
 */
export async function migrate(options: MigrateOptions): Promise<MigrateResult> {
  const files = readMigrations(options.folder ?? MIGRATIONS_FOLDER);
  const client = new Client({
    connectionString: options.url,
    connectionTimeoutMillis: 5000,
    application_name: 'cordee migrate',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await refuseOldServer(client);
    await client.query(`set lock_timeout to '2min'`);
    await client.query(`select pg_advisory_lock(${LOCK_KEY})`);
    // A migration that waits for a long reader blocks every writer behind it: better to fail and be run again.
    await client.query(`set lock_timeout to '10s'`);
    const through = options.through ?? files.at(-1)?.name ?? '';
    const pending = pendingMigrations(files, await appliedMigrations(client)).filter(({ name }) => name <= through);
    for (const file of pending) {
      options.log?.(`applying migration ${file.name}`);
      await apply(client, file);
    }
    return { applied: pending.map(({ name }) => name) };
  } catch (error) {
    throw refusedLogin(error) ?? asUnavailable(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** 28: the login; 3D: the database; 42501: its rights. */
function refusedLogin(error: unknown): PlatformError | null {
  if (!(error instanceof DatabaseError) || !/^(?:28...|3D000|42501)$/.test(error.code ?? '')) return null;
  return new PlatformError(
    {
      code: 'database_refused',
      sentence: {
        en: 'The database server refuses what DATABASE_URL asks.',
        fr: 'Le serveur de base de données refuse DATABASE_URL.',
      },
      hint: {
        en: 'Check user, password and database name in it; the user must own the database.',
        fr: 'Vérifiez-y utilisateur, mot de passe et nom de la base ; la base doit appartenir à cet utilisateur.',
      },
      detail: error.message,
    },
    { cause: error },
  );
}

async function refuseOldServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string }>(
    `select current_setting('server_version_num')::int4 as number, current_setting('server_version') as version`,
  );
  const server = rows[0];
  if (server !== undefined && server.number >= OLDEST_VERSION) return;
  throw new PlatformError({
    code: 'postgres_too_old',
    sentence: {
      en: `The database server is PostgreSQL ${server?.version ?? '?'}; Cordée needs 15 or newer.`,
      fr: `Le serveur de base de données est PostgreSQL ${server?.version ?? '?'} ; Cordée demande la version 15 ou une plus récente.`,
    },
    hint: {
      en: 'Upgrade the server, or leave DATABASE_URL empty to use the embedded database.',
      fr: 'Mettez le serveur à niveau, ou laissez DATABASE_URL vide pour utiliser la base embarquée.',
    },
  });
}

async function appliedMigrations(client: Client): Promise<AppliedMigration[]> {
  await client.query(
    `create table if not exists cordee_migration (
       name text primary key,
       checksum text not null,
       applied_at timestamptz not null default now()
     )`,
  );
  const { rows } = await client.query<AppliedMigration>('select name, checksum from cordee_migration order by name');
  return rows;
}

async function apply(client: Client, file: MigrationFile): Promise<void> {
  await client.query('begin');
  try {
    await client.query(file.text);
    await client.query('insert into cordee_migration (name, checksum) values ($1, $2)', [file.name, file.checksum]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    if (error instanceof DatabaseError) throw failed(file, error);
    throw error;
  }
}

function failed(file: MigrationFile, error: DatabaseError): PlatformError {
  const line = error.position === undefined ? '' : `:${lineAt(file.text, Number(error.position))}`;
  const hint = error.hint === undefined ? '' : `\n${error.hint}`;
  return new PlatformError(
    {
      code: 'migration_failed',
      sentence: {
        en: `The migration ${file.name} failed; nothing of it was kept.`,
        fr: `La migration ${file.name} a échoué ; rien n’en a été conservé.`,
      },
      hint: {
        en: 'The lines below come from the database. Correct the cause and start again.',
        fr: 'Les lignes ci-dessous viennent de la base. Corrigez la cause et relancez.',
      },
      detail: `${file.name}${line}: ${error.message} (${error.code ?? 'no code'})${hint}`,
    },
    { cause: error },
  );
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}
