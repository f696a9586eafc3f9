import { decodeId } from '@cordee/core/ids';
import { loadStatement, statementCsv, statementTable, statementToContract } from '../../modules/ledger/index.ts';
import { defineCommand, WORKSPACE } from '../command.ts';
import { table } from '../table.ts';
import { UsageError } from '../usage-error.ts';

const MOST_MOVEMENTS = 200_000;
/** Pending, payable, in payout, paid. */
const AMOUNTS = [6, 7, 8, 9];

export const statement = defineCommand({
  name: 'statement',
  summary: {
    en: 'A partner’s account over a period: opening, every movement, closing.',
    fr: 'Le compte d’un partenaire sur une période : solde initial, chaque mouvement, solde final.',
  },
  options: {
    workspace: WORKSPACE,
    from: {
      kind: 'moment',
      value: 'day',
      required: true,
      help: {
        en: 'first day, in the zone of the workspace, or an instant',
        fr: 'premier jour, dans la zone de l’espace, ou un instant',
      },
    },
    to: {
      kind: 'moment',
      value: 'day',
      required: true,
      help: { en: 'first day, or instant, after the period', fr: 'premier jour, ou instant, après la période' },
    },
    currency: { kind: 'text', value: 'code', help: { en: 'this currency only', fr: 'cette devise seulement' } },
    'known-at': {
      kind: 'instant',
      value: 'instant',
      help: { en: 'as the books were known then', fr: 'tels que les comptes étaient connus alors' },
    },
    csv: { kind: 'flag', help: { en: 'print CSV for a spreadsheet', fr: 'afficher du CSV pour un tableur' } },
  },
  positionals: [{ name: 'partner-id', help: { en: 'prt_…: the partner', fr: 'prt_… : le partenaire' } }],
  async run({ options, words, installation, language, json, write }) {
    const partnerId = decodeId('prt', words['partner-id']);
    if (partnerId === null) {
      throw new UsageError({ en: 'A partner id starts with prt_.', fr: 'Un identifiant de partenaire commence par prt_.' });
    }
    const context = await (await installation()).context(options.workspace);
    const { from, to, currency, csv } = options;
    const query = { from, to, currency, knownAt: options['known-at'] };
    const found = await loadStatement(context, partnerId, query, MOST_MOVEMENTS);
    if (csv && !json) {
      write(statementCsv(found, language));
      return null;
    }
    const { header, rows } = statementTable(found, language, printable);
    return { json: statementToContract(found), text: `${printable(found.partnerName)}\n${table(header, rows, AMOUNTS)}` };
  },
});

/** Texts from outside must not move the cursor or change colours. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '\uFFFD');
}
