import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { verifyWorkspace, type Verification } from '../../modules/counting/index.ts';
import { exportHledger } from '../../modules/ledger/index.ts';
import { verifyPeriods } from '../../modules/statement/index.ts';
import { defineCommand, WORKSPACE } from '../command.ts';

export const verify = defineCommand({
  name: 'verify',
  summary: {
    en: 'Add everything up again and replay all facts; exit code 1 if anything differs.',
    fr: 'Tout recompter et rejouer tous les faits ; code de sortie 1 si quelque chose diffère.',
  },
  options: {
    workspace: WORKSPACE,
    export: {
      kind: 'text',
      value: 'hledger',
      choices: ['hledger'],
      help: {
        en: 'also write the books as a journal hledger reads',
        fr: 'écrire aussi les livres en journal lisible par hledger',
      },
    },
    output: {
      kind: 'text',
      value: 'file',
      help: { en: 'where the journal goes; standard output unless said', fr: 'où va le journal ; sortie standard sinon' },
    },
  },
  positionals: [],
  async run({ options, installation, progress, write, say }) {
    const context = await (await installation()).context(options.workspace);
    if (options.export !== undefined) {
      const target = options.output === undefined ? null : createWriteStream(options.output);
      await exportHledger(context, target === null ? write : (text) => void target.write(text));
      if (target !== null) {
        target.end();
        await once(target, 'finish');
      }
    }
    const bar = progress({ en: 'Replaying', fr: 'Relecture' });
    const books = await verifyWorkspace(context, (done, total) => bar.update(done, total));
    const result = { ...books, differences: [...books.differences, ...(await verifyPeriods(context))] };
    bar.end();
    const ok = result.ledgerBalanced && result.differences.length === 0;
    const text = options.export !== undefined && options.output === undefined ? '' : report(result, ok, say);
    return { ok, json: toJson(result), text };
  },
});

function toJson({ differences, moreDifferences, ...rest }: Verification) {
  return {
    ...rest,
    replayDifferences: differences.length + moreDifferences,
    differences: differences.map(({ check, factSeq, expected, found }) => ({ check, fact: factSeq, expected, found })),
  };
}

function report(result: Verification, ok: boolean, say: (sentence: { en: string; fr: string }) => string): string {
  const { facts, transactions, postings } = result;
  const lines = [
    say({
      en: `${facts} facts replayed, ${transactions} transactions and ${postings} postings compared.`,
      fr: `${facts} faits rejoués, ${transactions} écritures et ${postings} lignes comparées.`,
    }),
    say(
      ok
        ? {
            en: 'Every cent balances; the replay gives the same to the byte.',
            fr: 'Chaque centime est en équilibre ; la relecture donne la même chose à l’octet près.',
          }
        : { en: 'Something differs:', fr: 'Quelque chose diffère :' },
    ),
  ];
  for (const { check, factSeq, expected, found } of result.differences) {
    const place = factSeq === null ? '' : say({ en: ` (fact number ${factSeq})`, fr: ` (fait numéro ${factSeq})` });
    lines.push(
      `- ${check}${place}`,
      say({ en: `    expected ${expected}`, fr: `    attendu ${expected}` }),
      say({ en: `    found    ${found}`, fr: `    trouvé  ${found}` }),
    );
  }
  if (result.moreDifferences > 0) {
    lines.push(say({ en: `… and ${result.moreDifferences} more.`, fr: `… et ${result.moreDifferences} autres.` }));
  }
  lines.push(say({ en: `Chain of facts:        ${result.factHash}`, fr: `Chaîne des faits :     ${result.factHash}` }));
  lines.push(
    say({ en: `Chain of transactions: ${result.transactionHash}`, fr: `Chaîne des écritures : ${result.transactionHash}` }),
  );
  return lines.join('\n');
}
