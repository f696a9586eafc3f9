import { resolve } from 'node:path';
import { backup as writeBackup } from '../../platform/archive/index.ts';
import { defineCommand } from '../command.ts';
import { reachDatabase } from '../installation.ts';

export const backup = defineCommand({
  name: 'backup',
  summary: {
    en: 'Write everything, as it is at this instant, into one archive; the server may run.',
    fr: 'Écrire tout, tel quel à cet instant, dans une archive ; le serveur peut fonctionner.',
  },
  options: {
    workspace: {
      kind: 'text',
      value: 'slug',
      help: { en: 'this workspace only', fr: 'cet espace seulement' },
    },
    force: { kind: 'flag', help: { en: 'replace an existing file', fr: 'remplacer un fichier existant' } },
  },
  positionals: [
    {
      name: 'file',
      help: { en: 'the archive to write, such as cordee.tar.gz', fr: 'l’archive à écrire, par exemple cordee.tar.gz' },
    },
  ],
  async run({ options, words, config, clock, language, say, note, progress }) {
    const { url, stop } = await reachDatabase(config, { create: false, log: () => undefined });
    const line = progress({ en: 'Backing up', fr: 'Sauvegarde' });
    try {
      const result = await writeBackup({
        url,
        file: resolve(words.file),
        secret: { operator: config.secret, dataFolder: config.dataFolder },
        now: clock(),
        workspace: options.workspace,
        force: options.force,
        onRows: (rows) => line.update(rows),
      });
      line.end();
      note({
        en: 'The archive holds password hashes and sealed secrets: keep it where only you can read it.',
        fr: 'L’archive contient des empreintes de mots de passe et des secrets scellés : gardez-la là où vous seul pouvez la lire.',
      });
      if (!result.withSecret && options.workspace === undefined) {
        note({
          en: 'It does not hold the master key (CORDEE_SECRET): keep that too, apart.',
          fr: 'Elle ne contient pas la clé maîtresse (CORDEE_SECRET) : gardez-la aussi, à part.',
        });
      }
      const count = new Intl.NumberFormat(language);
      const text = say({
        en: `${result.file}: ${count.format(result.rows)} rows of ${result.tables} tables, ${count.format(result.bytes)} bytes.`,
        fr: `${result.file} : ${count.format(result.rows)} lignes de ${result.tables} tables, ${count.format(result.bytes)} octets.`,
      });
      return { json: result, text };
    } finally {
      await stop();
    }
  },
});
