import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PlatformError } from './platform-error.ts';

export interface MigrationFile {
  readonly name: string;
  readonly checksum: string;
  readonly text: string;
}

export interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
}

const NAME = /^\d{4}_[a-z0-9_]+\.sql$/;

/** All files of the folder in order. Line endings do not count in the checksum. */
export function readMigrations(folder: string): MigrationFile[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const numbers = new Set<string>();
  return names.map((name) => {
    const number = name.slice(0, 4);
    if (!NAME.test(name) || numbers.has(number)) throw misnamed(name);
    numbers.add(number);
    const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
  });
}

/** The files still to run; refuses when what was applied does not agree with the files. */
export function pendingMigrations(files: readonly MigrationFile[], applied: readonly AppliedMigration[]): MigrationFile[] {
  const byName = new Map(files.map((file) => [file.name, file]));
  const newestFile = files.at(-1)?.name ?? '';
  for (const { name, checksum } of applied) {
    const file = byName.get(name);
    if (file === undefined) throw name > newestFile ? databaseNewer(name) : fileMissing(name);
    if (file.checksum !== checksum) throw fileChanged(name);
  }
  const done = new Set(applied.map(({ name }) => name));
  const pending = files.filter(({ name }) => !done.has(name));
  const newestApplied = applied.map(({ name }) => name).reduce((left, right) => (left > right ? left : right), '');
  const late = pending.find(({ name }) => name < newestApplied);
  if (late !== undefined) throw outOfOrder(late.name, newestApplied);
  return pending;
}

function misnamed(name: string): PlatformError {
  return new PlatformError({
    code: 'migration_misnamed',
    sentence: {
      en: `The migration ${name} has no valid or no unique number.`,
      fr: `La migration ${name} n’a pas de numéro valable et unique.`,
    },
    hint: {
      en: 'Name it NNNN_words.sql with the next free number.',
      fr: 'Nommez-la NNNN_mots.sql avec le prochain numéro libre.',
    },
  });
}

function databaseNewer(name: string): PlatformError {
  return new PlatformError({
    code: 'database_newer_than_program',
    sentence: {
      en: `The database was made by a newer version of Cordée (it knows ${name}).`,
      fr: `La base a été créée par une version plus récente de Cordée (elle connaît ${name}).`,
    },
    hint: {
      en: 'Start that version or a later one. Nothing was changed.',
      fr: 'Lancez cette version ou une version ultérieure. Rien n’a été modifié.',
    },
  });
}

function fileMissing(name: string): PlatformError {
  return new PlatformError({
    code: 'migration_missing',
    sentence: {
      en: `The migration ${name} was applied to the database, but its file is missing from this program.`,
      fr: `La migration ${name} a été appliquée à la base, mais son fichier manque dans ce programme.`,
    },
    hint: {
      en: 'Reinstall Cordée completely. Nothing was changed.',
      fr: 'Réinstallez Cordée entièrement. Rien n’a été modifié.',
    },
  });
}

function fileChanged(name: string): PlatformError {
  return new PlatformError({
    code: 'migration_changed',
    sentence: {
      en: `The migration ${name} was changed after it had been applied to this database.`,
      fr: `La migration ${name} a été modifiée après son application à cette base.`,
    },
    hint: {
      en: 'Put the original file back and write the change as a new migration. Nothing was changed.',
      fr: 'Rétablissez le fichier d’origine et écrivez la modification dans une nouvelle migration. Rien n’a été modifié.',
    },
  });
}

function outOfOrder(name: string, newest: string): PlatformError {
  return new PlatformError({
    code: 'migration_out_of_order',
    sentence: {
      en: `The migration ${name} comes before ${newest}, which is already applied.`,
      fr: `La migration ${name} précède ${newest}, déjà appliquée.`,
    },
    hint: {
      en: 'Give it a number after the last applied one. Nothing was changed.',
      fr: 'Donnez-lui un numéro postérieur à la dernière appliquée. Rien n’a été modifié.',
    },
  });
}
