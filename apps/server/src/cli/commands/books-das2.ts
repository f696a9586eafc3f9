import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatMoney } from '@cordee/core/money';
import { das2Bytes, das2Csv, das2ToContract, getDas2 } from '../../modules/accounting/index.ts';
import { defineCommand, WORKSPACE } from '../command.ts';
import { table } from '../table.ts';
import { UsageError } from '../usage-error.ts';

const EVERYBODY = 1_000_000;

export const booksDas2 = defineCommand({
  name: 'books das2',
  summary: {
    en: 'What was paid in a calendar year, and who is declared (DAS2); with --folder its files.',
    fr: 'Ce qui a été versé dans une année civile, et qui est déclaré (DAS2) ; avec --folder ses fichiers.',
  },
  options: {
    workspace: WORKSPACE,
    folder: {
      kind: 'text',
      value: 'folder',
      help: {
        en: 'write the clear file and a CSV here; refused while somebody lacks something',
        fr: 'écrire ici le fichier en clair et un CSV ; refusé tant qu’il manque quelque chose',
      },
    },
  },
  positionals: [{ name: 'year', help: { en: 'such as 2026', fr: 'par exemple 2026' } }],
  async run({ options: { workspace, folder }, words, installation, language, say }) {
    const year = Number(words.year);
    if (!/^2\d{3}$/.test(words.year)) throw new UsageError({ en: 'A year is written 2026.', fr: 'Une année s’écrit 2026.' });
    const context = await (await installation()).context(workspace);
    const found = await getDas2(context, year);
    const answer = das2ToContract(found, { limit: EVERYBODY, cursor: undefined, who: 'declared', format: 'json' }, language);
    if (folder !== undefined) {
      const { fileName, bytes } = das2Bytes(found);
      await writeFile(join(folder, fileName), bytes, { mode: 0o600 });
      await writeFile(join(folder, `das2-${year}.csv`), das2Csv(found, language), { mode: 0o600 });
    }
    const header = say({ en: 'partner country SIRET paid missing', fr: 'partenaire pays SIRET versé manque' }).split(' ');
    const rows = answer.items.map(({ name, country, siret, paid, missing }) => [
      name.replace(/\p{Cc}/gu, '\uFFFD'),
      country ?? '–',
      siret ?? '–',
      formatMoney({ amount: BigInt(paid), currency: 'EUR' }, language),
      missing.join(', '),
    ]);
    const said = say({
      en: `${answer.declared} declared, ${answer.incomplete} of them incomplete; ${answer.declaredAmount} EUR.`,
      fr: `${answer.declared} déclarés, dont ${answer.incomplete} incomplets ; ${answer.declaredAmount} EUR.`,
    });
    const text = [table(header, rows, [3]), said, ...(answer.problem === null ? [] : [answer.problem])].join('\n');
    return { ok: answer.problem === null && answer.incomplete === 0, json: answer, text };
  },
});
