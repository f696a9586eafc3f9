import { readFile } from 'node:fs/promises';
import { readExchangeRates } from '../../modules/exchange/index.ts';
import { defineCommand, WORKSPACE } from '../command.ts';

export const rates = defineCommand({
  name: 'rates',
  summary: {
    en: 'Load a file of reference rates of the European Central Bank (XML or CSV).',
    fr: 'Charger un fichier des taux de référence de la Banque centrale européenne (XML ou CSV).',
  },
  options: { workspace: WORKSPACE },
  positionals: [{ name: 'file', help: { en: 'the file, as it is published', fr: 'le fichier, tel qu’il est publié' } }],
  async run({ options, words, installation, say }) {
    const bytes = await readFile(words.file);
    const context = await (await installation()).context(options.workspace);
    const { added, firstDate, lastDate, ...file } = await readExchangeRates(context, bytes);
    return {
      json: { ...file, added, firstDate, lastDate },
      text: say({
        en: `${added} new rates, from ${firstDate} to ${lastDate}.`,
        fr: `${added} taux nouveaux, du ${firstDate} au ${lastDate}.`,
      }),
    };
  },
});
