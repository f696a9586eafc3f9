import { decodeId } from '@cordee/core/ids';
import { formatMoney } from '@cordee/core/money';
import { isLocalDate } from '@cordee/core/time';
import { rehearseExit } from '../../modules/leaving/index.ts';
import { defineCommand, WORKSPACE } from '../command.ts';
import { table } from '../table.ts';
import { UsageError } from '../usage-error.ts';

const words = {
  en: { last: 'Last day', noDay: 'no day agreed', day: 'day', step: 'step', by: 'by', lacks: 'Missing', least: 'at least' },
  fr: {
    last: 'Dernier jour',
    noDay: 'aucun jour convenu',
    day: 'jour',
    step: 'étape',
    by: 'par',
    lacks: 'Manque',
    least: 'au moins',
  },
} as const;

const owners = {
  company: { en: 'company', fr: 'entreprise' },
  partner: { en: 'partner', fr: 'partenaire' },
  both: { en: 'both', fr: 'les deux' },
} as const;

export const rehearseExitCommand = defineCommand({
  name: 'partnerships rehearse-exit',
  summary: {
    en: 'What leaving a partner would mean at a day; changes nothing.',
    fr: 'Ce que signifierait quitter un partenaire à un jour donné ; ne change rien.',
  },
  options: {
    workspace: WORKSPACE,
    on: {
      kind: 'text',
      value: 'day',
      help: { en: 'the day of the notice, YYYY-MM-DD; today', fr: 'le jour du préavis, AAAA-MM-JJ ; aujourd’hui' },
    },
  },
  positionals: [{ name: 'partner-id', help: { en: 'prt_…: the partner', fr: 'prt_… : le partenaire' } }],
  async run({ options, words: given, installation, language }) {
    const partnerId = decodeId('prt', given['partner-id']);
    if (partnerId === null) {
      throw new UsageError({ en: 'A partner id starts with prt_.', fr: 'Un identifiant de partenaire commence par prt_.' });
    }
    const { on } = options;
    if (on !== undefined && !isLocalDate(on)) {
      throw new UsageError({ en: '--on is a day such as 2026-12-01.', fr: '--on est un jour comme 2026-12-01.' });
    }
    const context = await (await installation()).context(options.workspace);
    const told = await rehearseExit(context, partnerId, on === undefined ? {} : { on });
    const say = words[language];
    const rows = told.steps.map((step) => [step.on ?? say.noDay, owners[step.owner][language], step.title]);
    const money = told.account.map(({ currency, least, most }) => {
      const from = formatMoney({ amount: BigInt(least), currency }, language);
      if (most === null) return `${currency}: ${say.least} ${from}`;
      return `${currency}: ${from} – ${formatMoney({ amount: BigInt(most), currency }, language)}`;
    });
    const gaps = told.gaps.map(({ message }) => `${say.lacks}: ${message}`);
    const text = [
      `${say.last}: ${told.endsOn}`,
      table([say.day, say.by, say.step], rows, []),
      ...money,
      ...gaps,
      told.notice,
    ].join('\n');
    return { json: told, text };
  },
});
