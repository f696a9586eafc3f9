import { PlatformError } from '../db/index.ts';

export function archiveBroken(file: string, detail: string, cause?: unknown): PlatformError {
  return new PlatformError(
    {
      code: 'archive_broken',
      sentence: {
        en: `The archive ${file} is cut off, damaged or was changed.`,
        fr: `L’archive ${file} est tronquée, abîmée ou a été modifiée.`,
      },
      hint: {
        en: 'Copy it again from where it was made, or take another one. Nothing was written.',
        fr: 'Copiez-la de nouveau depuis son origine, ou prenez-en une autre. Rien n’a été écrit.',
      },
      detail,
    },
    cause === undefined ? undefined : { cause },
  );
}

export function archiveForeign(file: string): PlatformError {
  return new PlatformError({
    code: 'archive_foreign',
    sentence: { en: `${file} is not an archive of Cordée.`, fr: `${file} n’est pas une archive de Cordée.` },
    hint: {
      en: 'Give the file that `cordee backup` wrote, as it is.',
      fr: 'Donnez le fichier écrit par `cordee backup`, tel quel.',
    },
  });
}

export function archiveNewer(file: string, what: string): PlatformError {
  return new PlatformError({
    code: 'archive_newer',
    sentence: {
      en: `The archive ${file} was made by a newer or different version of Cordée (${what}).`,
      fr: `L’archive ${file} vient d’une version plus récente ou différente de Cordée (${what}).`,
    },
    hint: {
      en: 'Restore it with that version or a later one. Nothing was written.',
      fr: 'Restaurez-la avec cette version ou une version ultérieure. Rien n’a été écrit.',
    },
  });
}

export function databaseNotEmpty(table: string): PlatformError {
  return new PlatformError({
    code: 'database_not_empty',
    sentence: {
      en: `The database already holds data (table ${table}).`,
      fr: `La base contient déjà des données (table ${table}).`,
    },
    hint: {
      en: 'Restore into a new database: another --data folder, or another DATABASE_URL. Nothing was written.',
      fr: 'Restaurez dans une base neuve : un autre dossier --data ou un autre DATABASE_URL. Rien n’a été écrit.',
    },
  });
}

export function databaseTooNew(): PlatformError {
  return new PlatformError({
    code: 'database_newer_than_archive',
    sentence: {
      en: 'This empty database already has a newer schema than the archive.',
      fr: 'Cette base vide a déjà un schéma plus récent que celui de l’archive.',
    },
    hint: {
      en: 'Restore into a database that was never started; it is then brought up to date. Nothing was written.',
      fr: 'Restaurez dans une base jamais démarrée ; elle sera ensuite mise à jour. Rien n’a été écrit.',
    },
  });
}

export function installationRunning(): PlatformError {
  return new PlatformError({
    code: 'installation_running',
    sentence: { en: 'Cordée is running on this database.', fr: 'Cordée fonctionne sur cette base.' },
    hint: {
      en: 'Stop it, restore, then start it again. Nothing was written.',
      fr: 'Arrêtez-le, restaurez, puis redémarrez-le. Rien n’a été écrit.',
    },
  });
}

export function otherSecret(kept: 'archive' | 'operator'): PlatformError {
  return new PlatformError({
    code: 'archive_other_secret',
    sentence: {
      en: 'The secrets of this archive were sealed with another master key than the one here.',
      fr: 'Les secrets de cette archive ont été scellés avec une autre clé maîtresse que celle d’ici.',
    },
    hint:
      kept === 'operator'
        ? {
            en: 'Set CORDEE_SECRET to the value of the original installation; or add --without-secret and enter the secrets of connections and two-factor again afterwards. Nothing was written.',
            fr: 'Donnez à CORDEE_SECRET la valeur de l’installation d’origine ; ou ajoutez --without-secret puis ressaisissez les secrets des connexions et la double authentification. Rien n’a été écrit.',
          }
        : {
            en: 'Unset CORDEE_SECRET: the archive brings its own key. Nothing was written.',
            fr: 'Retirez CORDEE_SECRET : l’archive apporte sa propre clé. Rien n’a été écrit.',
          },
  });
}

export function fileExists(file: string): PlatformError {
  return new PlatformError({
    code: 'archive_exists',
    sentence: { en: `The file ${file} already exists.`, fr: `Le fichier ${file} existe déjà.` },
    hint: { en: 'Choose another name, or add --force.', fr: 'Choisissez un autre nom, ou ajoutez --force.' },
  });
}

export function fileUnusable(file: string, cause: unknown): PlatformError {
  return new PlatformError(
    {
      code: 'archive_file_unusable',
      sentence: { en: `The file ${file} cannot be read or written.`, fr: `Le fichier ${file} ne peut être lu ou écrit.` },
      hint: {
        en: 'Check the path, the rights and the free space.',
        fr: 'Vérifiez le chemin, les droits et l’espace libre.',
      },
      detail: cause instanceof Error ? cause.message : String(cause),
    },
    { cause },
  );
}

export function unknownWorkspace(slug: string): PlatformError {
  return new PlatformError({
    code: 'unknown_workspace',
    sentence: { en: `There is no workspace ${slug}.`, fr: `Il n’y a pas d’espace ${slug}.` },
    hint: { en: 'Give the slug of an existing workspace.', fr: 'Donnez l’identifiant court d’un espace existant.' },
  });
}

export function notMigrated(): PlatformError {
  return new PlatformError({
    code: 'database_not_ours',
    sentence: { en: 'This database holds no Cordée.', fr: 'Cette base ne contient pas Cordée.' },
    hint: { en: 'Check DATABASE_URL or --data.', fr: 'Vérifiez DATABASE_URL ou --data.' },
  });
}
