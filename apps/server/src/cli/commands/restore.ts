import { resolve } from 'node:path';
import { restore as readBackup } from '../../platform/archive/index.ts';
import { defineCommand } from '../command.ts';
import { reachDatabase } from '../installation.ts';

export const restore = defineCommand({
  name: 'restore',
  summary: {
    en: 'Bring an archive back into an empty database.',
    fr: 'Remettre une archive dans une base vide.',
  },
  options: {
    'without-secret': {
      kind: 'flag',
      help: {
        en: 'although its master key is lost: secrets of connections and two-factor must be entered again',
        fr: 'bien que sa clé maîtresse soit perdue : secrets des connexions et double authentification à ressaisir',
      },
    },
  },
  positionals: [{ name: 'file', help: { en: 'the archive that `backup` wrote', fr: 'l’archive écrite par `backup`' } }],
  async run({ options, words, config, clock, language, say, note, progress }) {
    const { url, stop } = await reachDatabase(config, { create: true, log: () => undefined });
    const checking = progress({ en: 'Checking, bytes', fr: 'Vérification, octets' });
    const writing = progress({ en: 'Restoring, rows', fr: 'Restauration, lignes' });
    try {
      const result = await readBackup({
        url,
        file: resolve(words.file),
        secret: { operator: config.secret, dataFolder: config.dataFolder },
        now: clock(),
        withoutSecret: options['without-secret'],
        onProgress(step, done, total) {
          if (step === 'check') return checking.update(done);
          checking.end();
          writing.update(done, total);
        },
      });
      writing.end();
      if (result.secret === 'lost') {
        note({
          en: 'Secrets of connections and two-factor cannot be opened with the key here: enter them again.',
          fr: 'Les secrets des connexions et la double authentification ne s’ouvrent pas avec la clé d’ici : ressaisissez-les.',
        });
      }
      const rows = new Intl.NumberFormat(language).format(result.rows);
      const text = say({
        en: `${rows} rows of ${result.tables} tables are back, as of ${result.createdAt}. Every checksum held.`,
        fr: `${rows} lignes de ${result.tables} tables sont revenues, telles qu’au ${result.createdAt}. Toutes les sommes de contrôle sont justes.`,
      });
      return { json: result, text };
    } finally {
      await stop();
    }
  },
});
