import type { CohortsAnswer, SeriesAnswer } from '@cordee/contract/analytics';
import type { Language } from '@cordee/contract/language';
import type { ModelsAnswer } from '@cordee/contract/models';
import { amountCell, BYTE_ORDER_MARK, csvLine, textCell } from '../../platform/csv.ts';
import type { Wire } from '../../platform/http/index.ts';
import type { Funnel } from './queries/get-funnel.ts';

/** Figures as CSV in the conventions of the language: the same as the JSON, amounts in currency units. */

export function seriesCsv(answer: Wire<SeriesAnswer>, language: Language): string {
  const { currency, periods, series } = answer;
  const title = language === 'fr' ? ['clé', 'libellé'] : ['key', 'label'];
  const total = 'total';
  const cell = (value: number | bigint) => (currency === null ? String(value) : amountCell(BigInt(value), currency, language));
  return table(
    [...title, ...periods, total, language === 'fr' ? 'devise' : 'currency'],
    series.map((row) => [
      textCell(row.key),
      textCell(row.label ?? ''),
      ...row.values.map(cell),
      cell(row.total),
      textCell(currency ?? ''),
    ]),
    language,
  );
}

const funnelTitles: Readonly<Record<Language, readonly string[]>> = {
  en: ['from', 'to', 'clicks', 'leads', 'sales', 'refunds', 'currency', 'sold', 'refunded', 'earned', 'taken back', 'paid'],
  fr: ['du', 'au', 'clics', 'prospects', 'ventes', 'remboursements', 'devise', 'vendu', 'remboursé', 'gagné', 'repris', 'versé'],
};

export function funnelCsv({ current, before }: Funnel, language: Language): string {
  const rows = [current, before].flatMap((side) => {
    const counts = [side.from, side.to, ...[side.clicks, side.leads, side.sales, side.refunds].map(String)];
    if (side.money.length === 0) return [[...counts, '', '', '', '', '', '']];
    return side.money.map(({ currency, amount, refunded, earned, reversed, paid }) => [
      ...counts,
      textCell(currency),
      ...[amount, refunded, earned, reversed, paid].map((value) => amountCell(BigInt(value), currency, language)),
    ]);
  });
  return table(funnelTitles[language], rows, language);
}

const cohortTitles: Readonly<Record<Language, readonly string[]>> = {
  en: ['month', 'customers', 'months since', 'sales', 'sold', 'refunded', 'net', 'commissions', 'currency'],
  fr: ['mois', 'clients', 'mois écoulés', 'ventes', 'vendu', 'remboursé', 'net', 'commissions', 'devise'],
};

export function cohortsCsv({ currency, cohorts }: Wire<CohortsAnswer>, language: Language): string {
  const money = (value: number | bigint) => amountCell(BigInt(value), currency, language);
  const rows = cohorts.flatMap(({ month, customers, months }) =>
    months.map((row) => [
      month,
      String(customers),
      String(row.since),
      String(row.sales),
      ...[row.amount, row.refunded, row.net, row.commissions].map(money),
      textCell(currency),
    ]),
  );
  return table(cohortTitles[language], rows, language);
}

const modelTitles: Readonly<Record<Language, readonly string[]>> = {
  en: ['id', 'partner', 'sales', 'rules in force', 'first', 'last', 'linear', 'Markov', 'Shapley'],
  fr: ['identifiant', 'partenaire', 'ventes', 'règles en vigueur', 'premier', 'dernier', 'linéaire', 'Markov', 'Shapley'],
};

export function modelsCsv({ partners }: ModelsAnswer, language: Language): string {
  const decimal = (share: number) => {
    const text = share.toLocaleString('en', { maximumFractionDigits: 6, useGrouping: false });
    return language === 'fr' ? text.replace('.', ',') : text;
  };
  const rows = partners.map((row) => [
    row.partnerId ?? '',
    textCell(row.name ?? ''),
    String(row.sales),
    ...[row.inForce, row.first, row.last, row.linear, row.markov, row.shapley].map(decimal),
  ]);
  return table(modelTitles[language], rows, language);
}

function table(titles: readonly string[], rows: readonly (readonly string[])[], language: Language): string {
  return BYTE_ORDER_MARK + [titles, ...rows].map((row) => csvLine(row, language)).join('');
}
