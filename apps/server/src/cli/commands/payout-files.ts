import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { applyReport, downloadFile, getBatch } from '../../modules/payout/index.ts';
import { defineCommand, WORKSPACE } from '../command.ts';
import { table } from '../table.ts';
import { UsageError } from '../usage-error.ts';
import { asPerson, BATCH, batchIn, BY, sealerOf } from './payouts.ts';

export const payoutFile = defineCommand({
  name: 'payouts file',
  summary: {
    en: 'Write the files of an approved batch into a folder: the same bytes every time.',
    fr: 'Écrire dans un dossier les fichiers d’un lot approuvé : toujours les mêmes octets.',
  },
  options: {
    workspace: WORKSPACE,
    folder: {
      kind: 'text',
      value: 'folder',
      required: true,
      help: { en: 'where they are written', fr: 'où ils sont écrits' },
    },
  },
  positionals: [BATCH],
  async run({ options, words, config, installation }) {
    const context = await (await installation()).context(options.workspace);
    const id = batchIn(words.batch);
    const { files } = await getBatch(context, id);
    const sealer = sealerOf(config);
    await mkdir(options.folder, { recursive: true });
    const written: string[] = [];
    for (const part of files.length === 0 ? [1] : files.map((file) => Number(file.part))) {
      const { fileName, text } = await downloadFile(context, sealer, id, part);
      const path = join(options.folder, fileName);
      // Accounts stand in it: for whoever runs this only.
      await writeFile(path, text, { mode: 0o600 });
      written.push(path);
    }
    return { json: { files: written }, text: written.join('\n') };
  },
});

export const readPayoutReport = defineCommand({
  name: 'payouts read',
  summary: {
    en: 'Read what became of payments: camt.053 or pain.002 of a bank, or a CSV of Wise or PayPal.',
    fr: 'Lire ce que des paiements sont devenus : camt.053 ou pain.002 d’une banque, ou CSV de Wise ou PayPal.',
  },
  options: { workspace: WORKSPACE, by: BY },
  positionals: [{ name: 'file', help: { en: 'the file, .xml or .csv', fr: 'le fichier, .xml ou .csv' } }],
  async run({ options, words: { file }, installation, say }) {
    const bytes = await readFile(file).catch(() => null);
    if (bytes === null) throw new UsageError({ en: `${file} cannot be read.`, fr: `${file} est illisible.` });
    const context = await asPerson(await (await installation()).context(options.workspace), options.by);
    const type = file.toLowerCase().endsWith('.csv') ? 'text/csv' : 'application/xml';
    const report = await applyReport(context, bytes, type);
    const header = say({ en: 'reference outcome reason', fr: 'référence résultat motif' }).split(' ');
    const rows = report.lines.map(({ endToEndId, outcome, reason }) => [
      endToEndId.replaceAll(/\p{Cc}/gu, '\uFFFD'),
      outcome,
      (reason ?? '').replaceAll(/\p{Cc}/gu, '\uFFFD'),
    ]);
    return { json: report, text: table(header, rows) };
  },
});
