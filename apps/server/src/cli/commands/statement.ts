import { decodeId, encodeId } from '@cordee/core/ids';
import { formatMoney } from '@cordee/core/money';
import { localDateOf } from '@cordee/core/time';
import { loadStatement, statementCsv, type CurrencyStatement, type Statement } from '../../modules/ledger/index.ts';
import { defineCommand, WORKSPACE } from '../command.ts';
import { table } from '../table.ts';
import { UsageError } from '../usage-error.ts';

const MOST_MOVEMENTS = 100_000;

export const statement = defineCommand({
  name: 'statement',
  summary: {
    en: 'A partner’s account over a period: opening, each movement, closing.',
    fr: 'Le compte d’un partenaire sur une période : ouverture, chaque mouvement, clôture.',
  },
  options: {
    workspace: WORKSPACE,
    from: { kind: 'instant', value: 'date', required: true, help: { en: 'start of the period', fr: 'début de la période' } },
    to: {
      kind: 'instant',
      value: 'date',
      required: true,
      help: { en: 'end of the period, exclusive', fr: 'fin de la période, exclue' },
    },
    csv: { kind: 'flag', help: { en: 'as CSV', fr: 'en CSV' } },
  },
  positionals: [{ name: 'partner-id', help: { en: 'prt_…: the partner', fr: 'prt_… : le partenaire' } }],
  async run({ options, words, installation, language, say, write }) {
    const partnerId = decodeId('prt', words['partner-id']);
    if (partnerId === null) {
      throw new UsageError({ en: 'A partner id starts with prt_.', fr: 'Un identifiant de partenaire commence par prt_.' });
    }
    const context = await (await installation()).context(options.workspace);
    const period = { from: { at: options.from }, to: { at: options.to } };
    const found = await loadStatement(context, partnerId, period, MOST_MOVEMENTS);
    if (options.csv) {
      write(statementCsv(found, language));
      return null;
    }
    const parts = found.currencies.map((part) => currencyText(part, found, language, say));
    const empty = say({ en: 'Nothing moved in this period.', fr: 'Aucun mouvement sur cette période.' });
    const json = { partnerId: encodeId('prt', found.partnerId), partnerName: found.partnerName, currencies: found.currencies };
    return { json, text: [found.partnerName, ...(parts.length === 0 ? [empty] : parts)].join('\n\n') };
  },
});

function currencyText(
  { currency, opening, movements, closing }: CurrencyStatement,
  { zone }: Statement,
  language: 'fr' | 'en',
  say: (sentence: { en: string; fr: string }) => string,
): string {
  const money = (amount: bigint) => formatMoney({ amount, currency }, language);
  const headings = say({ en: 'date|movement|event|clause|amount', fr: 'date|mouvement|événement|clause|montant' }).split('|');
  const rows = movements.map((movement) => [
    localDateOf(movement.effectiveAt, zone),
    `${movement.debit} → ${movement.credit}`,
    movement.eventId,
    movement.commission?.clause ?? '',
    money(movement.amount),
  ]);
  const line = (name: string, amounts: CurrencyStatement['opening']) =>
    say({
      en: `${name}: pending ${money(amounts.pending)}, payable ${money(amounts.payable)}, in payout ${money(amounts.inPayout)}, paid ${money(amounts.paid)}`,
      fr: `${name} : en attente ${money(amounts.pending)}, exigible ${money(amounts.payable)}, en versement ${money(amounts.inPayout)}, versé ${money(amounts.paid)}`,
    });
  return [
    line(say({ en: 'Opening', fr: 'Ouverture' }), opening),
    table(headings, rows, [4]),
    line(say({ en: 'Closing', fr: 'Clôture' }), closing),
  ].join('\n');
}
