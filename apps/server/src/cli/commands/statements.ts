import { decodeId } from '@cordee/core/ids';
import { formatMoney } from '@cordee/core/money';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { issueStatement, listStatements } from '../../modules/statement/index.ts';
import { readMasterKey } from '../../platform/crypto/index.ts';
import { sealParts } from '../../seal-parts.ts';
import { defineCommand, WORKSPACE } from '../command.ts';
import { everyPage } from '../every-page.ts';
import { table } from '../table.ts';
import { mustBeMonth } from './close.ts';

const AMOUNTS = [2, 3];

export const statements = defineCommand({
  name: 'statements',
  summary: {
    en: 'The statements of a closed month; with --folder each as a sealed PDF.',
    fr: 'Les relevés d’un mois clos ; avec --folder chacun en PDF scellé.',
  },
  options: {
    workspace: WORKSPACE,
    folder: {
      kind: 'text',
      value: 'folder',
      help: { en: 'write the PDFs here, in the language of --lang', fr: 'écrire ici les PDF, dans la langue de --lang' },
    },
  },
  positionals: [{ name: 'month', help: { en: 'such as 2026-10', fr: 'par exemple 2026-10' } }],
  async run({ options, words: { month }, config, installation, language, progress, say }) {
    mustBeMonth(month);
    const context = await (await installation()).context(options.workspace);
    const found = await everyPage((page) => listStatements(context, { ...page, period: month }));
    const { folder } = options;
    if (folder !== undefined) {
      await mkdir(folder, { recursive: true });
      const parts = sealParts(readMasterKey(config.secret, config.dataFolder), config.seal, config.outboundHosts);
      const line = progress({ en: 'Writing', fr: 'Écriture' });
      for (const [index, { id }] of found.entries()) {
        const { fileName, bytes } = await issueStatement(context, parts, decodeId('stm', id) ?? '');
        await writeFile(join(folder, fileName), bytes, { mode: 0o600 });
        line.update(index + 1, found.length);
      }
      line.end();
    }
    const header = say({ en: 'number partner payable in-its-hold id', fr: 'numéro partenaire exigible en-carence id' }).split(
      ' ',
    );
    const rows = found.map(({ number, partnerName, closing, currency, id }) => [
      number,
      partnerName.replace(/\p{Cc}/gu, '\uFFFD'),
      formatMoney({ amount: BigInt(closing.payable), currency }, language),
      formatMoney({ amount: BigInt(closing.pending), currency }, language),
      id,
    ]);
    return { json: found, text: table(header, rows, AMOUNTS) };
  },
});
