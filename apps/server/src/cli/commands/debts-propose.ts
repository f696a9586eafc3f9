import { proposeDebtPlanBody } from '@cordee/contract/debt-values';
import { spreadInstalments } from '@cordee/core/debt';
import { isCurrency, parseAmount } from '@cordee/core/money';
import { isLocalDate, type LocalDate } from '@cordee/core/time';
import { proposePlan } from '../../modules/debt/index.ts';
import { defineCommand, WORKSPACE } from '../command.ts';
import { UsageError } from '../usage-error.ts';
import { planText } from './debts.ts';
import { AMOUNT, amountIn, asCompany, checked, dayIn, ONCE, onceUnder, REASON } from './debts-steps.ts';
import { BY } from './payouts.ts';

const whole = (value: string, min: number, max: number, en: string, fr: string) =>
  ({ kind: 'integer', value, min, max, help: { en, fr } }) as const;
const dayOf = (en: string, fr: string) => ({ kind: 'text', value: 'day', help: { en, fr } }) as const;

export const debtsPropose = defineCommand({
  name: 'debts propose',
  summary: {
    en: 'Propose to a partner how its debt is paid back: by months, by amounts and days, or by a share of each payout.',
    fr: 'Proposer à un partenaire comment sa dette est remboursée : par mois, par montants et dates, ou par part de chaque versement.',
  },
  options: {
    workspace: WORKSPACE,
    by: BY,
    amount: AMOUNT,
    currency: { kind: 'text', value: 'EUR', help: { en: 'EUR unless said', fr: 'EUR par défaut' } },
    reason: REASON,
    months: whole('n', 1, 120, 'in so many equal parts, one a month', 'en autant de parts égales, une par mois'),
    first: dayOf('with --months: the day of the first', 'avec --months : le jour de la première'),
    instalment: {
      kind: 'list',
      value: 'day=amount',
      help: { en: 'an amount by its day, such as 2027-01-31=50.00', fr: 'un montant et son jour, comme 2027-01-31=50,00' },
    },
    share: whole('percent', 1, 100, 'that much of each payout', 'autant de chaque versement'),
    until: dayOf('with --share: when the rest falls due', 'avec --share : quand le reste devient exigible'),
    grace: whole(
      'days',
      0,
      90,
      'late days before an instalment is missed; 10',
      'jours de retard avant qu’une échéance soit manquée ; 10',
    ),
    'breaks-after': whole('n', 1, 12, 'missed ones that break the plan; 2', 'échéances manquées qui rompent l’échéancier ; 2'),
    'goes-on': {
      kind: 'flag',
      help: { en: 'the plan goes on when the partnership ends', fr: 'l’échéancier continue à la fin du partenariat' },
    },
    key: ONCE,
  },
  positionals: [{ name: 'partner', help: { en: 'who owes, prt_…', fr: 'qui doit, prt_…' } }],
  async run({ options, words, installation, language }) {
    const { currency = 'EUR', reason, by, key, workspace } = options;
    if (!isCurrency(currency))
      throw new UsageError({ en: `${currency} is no currency.`, fr: `${currency} n’est pas une devise.` });
    const amount = amountIn(options.amount, currency);
    const rules = {
      graceDays: options.grace,
      breaksAfter: options['breaks-after'],
      onLeaving: options['goes-on'] ? 'goes_on' : 'falls_due',
    };
    const terms = { ...wayOf(options, amount, currency), ...rules };
    const body = checked(proposeDebtPlanBody, { partnerId: words.partner, currency, amount: Number(amount), terms, reason });
    const context = await asCompany(await (await installation()).context(workspace), by);
    const plan = await proposePlan(onceUnder(context, key, 'debts propose', { ...body, partnerId: words.partner }), body);
    return { json: plan, text: planText(plan, language) };
  },
});

interface Ways {
  readonly months: number | undefined;
  readonly first: string | undefined;
  readonly instalment: readonly string[];
  readonly share: number | undefined;
  readonly until: string | undefined;
}

/** One of the three ways, and nothing of the others. */
function wayOf({ months, first, instalment, share, until }: Ways, amount: bigint, currency: string): object {
  const given = [months !== undefined, instalment.length > 0, share !== undefined].filter(Boolean).length;
  if (given !== 1) throw oneWay();
  if (months !== undefined) {
    if (first === undefined || until !== undefined) throw oneWay();
    return { kind: 'dated', instalments: sent(spreadInstalments(amount, months, dayIn(first))) };
  }
  if (first !== undefined) throw oneWay();
  if (share === undefined) {
    if (until !== undefined) throw oneWay();
    return { kind: 'dated', instalments: sent(instalment.map((text) => instalmentIn(text, currency))) };
  }
  if (until === undefined) throw oneWay();
  return { kind: 'share', percent: share, until: dayIn(until) };
}

interface Part {
  readonly dueOn: LocalDate;
  readonly amount: bigint;
}

const sent = (parts: readonly Part[]) => parts.map(({ dueOn, amount }) => ({ dueOn, amount: Number(amount) }));

function instalmentIn(text: string, currency: string): Part {
  const [day = '', typed = ''] = text.split('=');
  const amount = parseAmount(typed, currency, 'auto');
  if (isLocalDate(day) && amount !== null) return { dueOn: day, amount };
  throw new UsageError({
    en: `${text}: an instalment is written 2027-01-31=50.00.`,
    fr: `${text} : une échéance s’écrit 2027-01-31=50,00.`,
  });
}

function oneWay(): UsageError {
  return new UsageError({
    en: 'Give one way: --months with --first, --instalment once or more, or --share with --until.',
    fr: 'Indiquez une seule façon : --months avec --first, --instalment une ou plusieurs fois, ou --share avec --until.',
  });
}
