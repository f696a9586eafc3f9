import { z } from 'zod';
import { route, type Access } from './route.ts';
import { day } from './period.ts';
import { currency, idOf, instantText, pageOf, pageQuery } from './values.ts';

/** Reference rates of currencies, and balances of partners exchanged by them. */

const money: Access = { roles: ['owner', 'finance'], scope: 'money' };
const see: Access = { roles: ['owner', 'manager', 'finance', 'viewer'], scope: 'read' };
const read: Access = { roles: ['owner', 'manager', 'finance', 'viewer', 'partner'], scope: 'read' };

const source = z.enum(['ecb']).meta({ description: 'Who published them: the European Central Bank' });
const perEuro = z
  .record(z.string(), z.string())
  .meta({ description: 'Units of each currency for one euro, as published', example: { USD: '1.0823' } });

const exchangeRate = z.object({
  date: day,
  currency: z.string(),
  rate: z.string().meta({ description: 'Units of the currency for one euro, as published', example: '1.0823' }),
  source,
});
export type ExchangeRateAnswer = z.input<typeof exchangeRate>;

const ratesQuery = z.strictObject({
  currency: currency.optional(),
  date: day.optional().meta({ description: 'The newest rates of this day or before; absent: of today' }),
});
export type RatesQuery = z.output<typeof ratesQuery>;

const ratesAnswer = z.object({
  date: day.nullable().meta({ description: 'The newest day on which rates were published; null: none is known' }),
  items: z.array(exchangeRate),
});
export type RatesAnswer = z.input<typeof ratesAnswer>;

const rateFile = z.object({
  id: z.string(),
  source,
  sha256: z.string(),
  readAt: instantText,
  added: z.int().meta({ description: 'Rates that were not known before' }),
  firstDate: day,
  lastDate: day,
});
export type RateFileAnswer = z.input<typeof rateFile>;

const rules = z.strictObject({
  fetch: z.boolean().meta({ description: 'Fetch the day’s rates from the European Central Bank every weekday' }),
});
export type ExchangeRules = z.output<typeof rules>;

const other = {
  check: ({ from, to }: { readonly from: string; readonly to: string }) => from !== to,
  fault: { message: 'the same currency', path: ['to'], params: { rule: 'other_currency' } },
};

const exchangeBody = z
  .strictObject({
    from: currency.meta({ example: 'USD' }),
    to: currency,
    partnerIds: z
      .array(idOf('prt'))
      .min(1)
      .max(1000)
      .optional()
      .meta({ description: 'Whose payable balance; absent: of all who have one in this currency' }),
  })
  .refine(other.check, other.fault);
export type ExchangeBody = z.output<typeof exchangeBody>;

const exchangeAnswer = z.object({
  id: z.string().meta({ example: 'exc_01j0000000e0080000000000ff' }),
  partnerId: z.string(),
  from: z.string(),
  fromAmount: z.int().meta({ description: 'Minor units; below zero when the partner owed it' }),
  to: z.string(),
  toAmount: z.int(),
  perEuro,
  rateOn: day,
  rateSource: source,
  createdAt: instantText,
  factId: z.string().meta({ description: 'The fact it is, with its why' }),
});
export type ExchangeAnswer = z.input<typeof exchangeAnswer>;

const previewQuery = z.strictObject({ from: currency.meta({ example: 'USD' }), to: currency }).refine(other.check, other.fault);
export type PreviewQuery = z.output<typeof previewQuery>;

const preview = z.object({
  perEuro,
  rateOn: day,
  rateSource: source,
  fromAmount: z.int().meta({ description: 'All that is payable in it, net of what is owed' }),
  toAmount: z.int(),
  items: z.array(z.object({ partnerId: z.string(), name: z.string(), fromAmount: z.int(), toAmount: z.int() })),
});
export type ExchangePreview = z.input<typeof preview>;

const balances = z.object({
  items: z.array(
    z.object({
      currency: z.string(),
      partners: z.int(),
      payable: z.int().meta({ description: 'Minor units, net of what is owed' }),
    }),
  ),
});
export type PayableByCurrency = z.input<typeof balances>;

const listQuery = z.strictObject({ ...pageQuery, partnerId: idOf('prt').optional() });
export type ListExchanges = z.output<typeof listQuery>;

const tag = 'exchange';

export const exchangeRoutes = {
  listExchangeRates: route({
    id: 'listExchangeRates',
    method: 'GET',
    path: '/api/v1/exchange-rates',
    tag,
    summary: { en: 'Read the newest reference rates', fr: 'Lire les derniers taux de référence' },
    access: see,
    query: ratesQuery,
    status: 200,
    answer: ratesAnswer,
    errors: [],
  }),
  readExchangeRates: route({
    id: 'readExchangeRates',
    method: 'POST',
    path: '/api/v1/exchange-rates',
    tag,
    summary: {
      en: 'Load a file of reference rates of the European Central Bank (XML or CSV)',
      fr: 'Charger un fichier des taux de référence de la Banque centrale européenne (XML ou CSV)',
    },
    description: {
      en: 'Of one day or of many. Rates that are known are left alone; a file that gives another rate for a known day is refused whole.',
      fr: 'D’un jour ou de plusieurs. Les taux connus restent ; un fichier qui donne un autre taux pour un jour connu est refusé en entier.',
    },
    access: money,
    rawBody: { maxBytes: 20 * 1024 * 1024, types: ['application/xml', 'text/xml', 'text/csv'], as: 'buffer' },
    status: 201,
    answer: rateFile,
    errors: ['exchange_rates_unreadable', 'exchange_rate_differs'],
    idempotency: 'none',
  }),
  fetchExchangeRates: route({
    id: 'fetchExchangeRates',
    method: 'POST',
    path: '/api/v1/exchange-rates/fetch',
    tag,
    summary: {
      en: 'Fetch the day’s reference rates from the European Central Bank now',
      fr: 'Récupérer maintenant les taux du jour auprès de la Banque centrale européenne',
    },
    access: money,
    status: 200,
    answer: rateFile,
    errors: ['exchange_rates_away', 'exchange_rates_unreadable', 'exchange_rate_differs'],
    idempotency: 'none',
  }),
  getExchangeRules: route({
    id: 'getExchangeRules',
    method: 'GET',
    path: '/api/v1/exchange-rules',
    tag,
    summary: { en: 'Read how rates are kept up to date', fr: 'Lire comment les taux sont tenus à jour' },
    access: see,
    status: 200,
    answer: rules,
    errors: [],
  }),
  setExchangeRules: route({
    id: 'setExchangeRules',
    method: 'PUT',
    path: '/api/v1/exchange-rules',
    tag,
    summary: { en: 'Set how rates are kept up to date', fr: 'Choisir comment les taux sont tenus à jour' },
    access: money,
    body: rules,
    status: 200,
    answer: rules,
    errors: [],
    idempotency: 'none',
  }),
  listPayableByCurrency: route({
    id: 'listPayableByCurrency',
    method: 'GET',
    path: '/api/v1/exchanges/payable',
    tag,
    summary: { en: 'What is payable to partners, by currency', fr: 'Ce qui est exigible par les partenaires, par devise' },
    access: see,
    status: 200,
    answer: balances,
    errors: [],
  }),
  previewExchange: route({
    id: 'previewExchange',
    method: 'GET',
    path: '/api/v1/exchanges/preview',
    tag,
    summary: {
      en: 'What an exchange of all payable balances in a currency would give',
      fr: 'Ce que donnerait le change de tous les soldes exigibles dans une devise',
    },
    access: see,
    query: previewQuery,
    status: 200,
    answer: preview,
    errors: ['exchange_rate_missing'],
  }),
  exchangeBalances: route({
    id: 'exchangeBalances',
    method: 'POST',
    path: '/api/v1/exchanges',
    tag,
    summary: {
      en: 'Exchange payable balances into another currency at the newest reference rate',
      fr: 'Changer des soldes exigibles dans une autre devise au dernier taux de référence',
    },
    description: {
      en: 'Each becomes a fact with its own ledger transaction, rate, date and source. Debts are exchanged too. A rate that is missing, or older than a week, is refused.',
      fr: 'Chacun devient un fait avec son écriture, son taux, sa date et sa source. Les dettes sont changées aussi. Un taux absent, ou vieux de plus d’une semaine, est refusé.',
    },
    access: money,
    body: exchangeBody,
    status: 201,
    answer: z.object({ items: z.array(exchangeAnswer) }),
    errors: ['exchange_rate_missing', 'nothing_payable', 'unknown_reference', 'idempotency_conflict', 'unavailable'],
    idempotency: 'key',
  }),
  listExchanges: route({
    id: 'listExchanges',
    method: 'GET',
    path: '/api/v1/exchanges',
    tag,
    summary: { en: 'List exchanges, newest first', fr: 'Lister les changes, du plus récent au plus ancien' },
    access: read,
    query: listQuery,
    status: 200,
    answer: pageOf(exchangeAnswer),
    errors: [],
  }),
} as const;
