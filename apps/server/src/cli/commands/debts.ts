import {
  type DebtMovementKind,
  type DebtPlanAnswer,
  type DebtPlanState,
  debtPlanStates,
  type DebtTermsBody,
  type ListedDebtPlan,
} from '@cordee/contract/debt-values';
import type { Bilingual, Language } from '@cordee/contract/language';
import { decodeId } from '@cordee/core/ids';
import { formatMoney } from '@cordee/core/money';
import { getDebtPlan, listDebtPlans, listDebts } from '../../modules/debt/index.ts';
import type { Wire } from '../../platform/http/index.ts';
import { defineCommand, WORKSPACE } from '../command.ts';
import { everyPage } from '../every-page.ts';
import { table } from '../table.ts';
import { UsageError } from '../usage-error.ts';

const stateWords: Readonly<Record<DebtPlanState, Bilingual>> = {
  proposed: { en: 'proposed', fr: 'proposé' },
  running: { en: 'running', fr: 'en cours' },
  settled: { en: 'paid back', fr: 'remboursé' },
  broken: { en: 'broken', fr: 'rompu' },
  ended: { en: 'ended', fr: 'terminé' },
  declined: { en: 'declined', fr: 'refusé' },
  withdrawn: { en: 'withdrawn', fr: 'retiré' },
  replaced: { en: 'replaced', fr: 'remplacé' },
};
const instalmentWords: Readonly<Record<DebtPlanAnswer['instalments'][number]['state'], Bilingual>> = {
  to_come: { en: 'to come', fr: 'à venir' },
  due: { en: 'due', fr: 'échue' },
  missed: { en: 'missed', fr: 'manquée' },
  covered: { en: 'paid back', fr: 'remboursée' },
};
const movementWords: Readonly<Record<DebtMovementKind, Bilingual>> = {
  planned: { en: 'put under the plan', fr: 'mis sur échéancier' },
  kept_back: { en: 'kept back', fr: 'retenu' },
  paid: { en: 'paid by the partner', fr: 'payé par le partenaire' },
  waived: { en: 'waived', fr: 'remis' },
  returned: { en: 'back on the balance', fr: 'reporté au solde' },
};
const PARTNER_OPTION = {
  kind: 'text',
  value: 'prt_…',
  help: { en: 'only those of this partner', fr: 'seulement ceux de ce partenaire' },
} as const;
export const PLAN = { name: 'plan', help: { en: 'the plan, dpl_…', fr: 'l’échéancier, dpl_…' } } as const;

export const debtsList = defineCommand({
  name: 'debts list',
  summary: {
    en: 'Who owes the company, by currency, and by which plan it is paid back.',
    fr: 'Qui doit à l’entreprise, par devise, et selon quel échéancier.',
  },
  options: { workspace: WORKSPACE, partner: PARTNER_OPTION },
  positionals: [],
  async run({ options, installation, language }) {
    const partnerId = partnerOption(options.partner);
    const context = await (await installation()).context(options.workspace);
    const found = await everyPage((page) => listDebts(context, { ...page, partnerId }));
    const heads = {
      en: ['partner', 'owed', 'under a plan', 'pending', 'plan', 'id'],
      fr: ['partenaire', 'dû', 'sur échéancier', 'en attente', 'échéancier', 'id'],
    };
    const rows = found.map(({ partnerName, currency, owed, underPlan, pending, planId, planState, partnerId: id }) => [
      plain(partnerName),
      ...[owed, underPlan, pending].map((amount) => money(amount, currency, language)),
      planId === null || planState === null ? '—' : `${planId} (${stateWords[planState][language]})`,
      id,
    ]);
    return { json: found, text: table(heads[language], rows, [1, 2, 3]) };
  },
});

export const debtsPlans = defineCommand({
  name: 'debts plans',
  summary: { en: 'Payment plans of debts, newest first.', fr: 'Les échéanciers de dettes, du plus récent au plus ancien.' },
  options: {
    workspace: WORKSPACE,
    partner: PARTNER_OPTION,
    state: {
      kind: 'text',
      value: 'state',
      choices: debtPlanStates,
      help: { en: 'only those that stand so', fr: 'seulement ceux dans cet état' },
    },
  },
  positionals: [],
  async run({ options, installation, language }) {
    const partnerId = partnerOption(options.partner);
    const state = debtPlanStates.find((known) => known === options.state);
    const context = await (await installation()).context(options.workspace);
    const found = await everyPage((page) => listDebtPlans(context, { ...page, partnerId, state }));
    const heads = {
      en: ['plan', 'partner', 'state', 'amount', 'owed', 'next day'],
      fr: ['échéancier', 'partenaire', 'état', 'montant', 'dû', 'prochain jour'],
    };
    const rows = found.map(({ id, partnerName, state: now, amount, owed, currency, nextDueOn }) => [
      id,
      plain(partnerName),
      stateWords[now][language],
      money(amount, currency, language),
      money(owed, currency, language),
      nextDueOn ?? '—',
    ]);
    return { json: found, text: table(heads[language], rows, [3, 4]) };
  },
});

export const debtsShow = defineCommand({
  name: 'debts show',
  summary: {
    en: 'A plan with its instalments and everything that moved by it.',
    fr: 'Un échéancier, ses échéances et tout ce qui a bougé par lui.',
  },
  options: { workspace: WORKSPACE },
  positionals: [PLAN],
  async run({ options, words, installation, language }) {
    const id = planIn(words.plan);
    const context = await (await installation()).context(options.workspace);
    const plan = await getDebtPlan(context, id);
    return { json: plan, text: planText(plan, language) };
  },
});

/** The id of a plan as it was written. */
export function planIn(text: string): string {
  const id = decodeId('dpl', text);
  if (id === null) throw new UsageError({ en: 'A plan is written dpl_…', fr: 'Un échéancier s’écrit dpl_…' });
  return id;
}

/** A plan in some lines, as commands answer it. */
export function planText(plan: Wire<DebtPlanAnswer>, language: Language): string {
  const { currency, instalments, movements, waiver } = plan;
  const french = language === 'fr';
  const amount = (of: number | bigint) => money(of, currency, language);
  const due = instalments.map((one) => [
    one.dueOn,
    amount(one.amount),
    amount(one.covered),
    instalmentWords[one.state][language],
  ]);
  const moved = movements.map(({ kind, at, paidOn, amount: part, reference }) => [
    paidOn ?? at.slice(0, 10),
    movementWords[kind][language],
    amount(part),
    reference === null ? '' : plain(reference),
  ]);
  return [
    headOf(plan, language),
    '',
    table(french ? ['échéance', 'montant', 'remboursé', 'état'] : ['due on', 'amount', 'paid back', 'state'], due, [1, 2]),
    ...(moved.length === 0
      ? []
      : ['', table(french ? ['jour', 'mouvement', 'montant', ''] : ['day', 'movement', 'amount', ''], moved, [2])]),
    ...(waiver === null
      ? []
      : [
          '',
          french
            ? `Une remise de ${amount(waiver.amount)} attend l’accord de quelqu’un d’autre : ${plain(waiver.reason)}`
            : `A waiver of ${amount(waiver.amount)} waits for somebody else: ${plain(waiver.reason)}`,
        ]),
  ].join('\n');
}

function headOf(plan: Wire<ListedDebtPlan>, language: Language): string {
  const { id, partnerName, state, currency, owed, planned, terms, reason } = plan;
  const amount = (of: number | bigint) => money(of, currency, language);
  const french = language === 'fr';
  const sum = planned === 0 || planned === 0n ? plan.amount : planned;
  const words = french
    ? `${amount(sum)}, reste ${amount(owed)} · ${wayOf(terms, language)}`
    : `${amount(sum)}, ${amount(owed)} left · ${wayOf(terms, language)}`;
  return [`${id} · ${plain(partnerName)} · ${stateWords[state][language]}`, words, plain(reason)].join('\n');
}

function wayOf(terms: Wire<DebtTermsBody>, language: Language): string {
  const french = language === 'fr';
  if (terms.kind === 'dated') return french ? 'des montants à des dates' : 'amounts by their days';
  const { percent, until } = terms;
  return french ? `${percent} % de chaque versement, le reste le ${until}` : `${percent}% of each payout, the rest by ${until}`;
}

function partnerOption(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const id = decodeId('prt', text);
  if (id === null) throw new UsageError({ en: 'A partner is written prt_…', fr: 'Un partenaire s’écrit prt_…' });
  return id;
}

const money = (amount: number | bigint, currency: string, language: Language) =>
  formatMoney({ amount: BigInt(amount), currency }, language);
/** What people wrote moves no cursor of a terminal. */
const plain = (text: string) => text.replaceAll(/\p{Cc}/gu, '\uFFFD');
