import { Readable } from 'node:stream';
import type { ListCommissions, ListedCommission } from '@cordee/contract/counting';
import type { Bilingual, Language } from '@cordee/contract/language';
import { decodeId } from '@cordee/core/ids';
import { localDateOf, parseInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { amountCell, BYTE_ORDER_MARK, csvLine, textCell } from '../../../platform/csv.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { ownPartner } from '../../../platform/own-partner.ts';
import { read } from '../../../platform/verb.ts';
import { workspaceKeys } from '../../fact/index.ts';
import { partnerNames } from '../../partner/index.ts';
import { listCommissions } from './list-commissions.ts';

const portion = 1000;

type Listed = Wire<ListedCommission>;

/**
 * All commissions the filters let through as CSV in the reader's language, read and sent portion by portion; a partner finds its
 * own, without the columns that name partners.
 */
export async function exportCommissions(context: Context, query: ListCommissions): Promise<Readable> {
  const { language, actor } = context;
  const isOwn = ownPartner(actor) !== null;
  const { zone } = await workspaceKeys(context.db, context.workspaceId);
  const shown = columns.filter(({ forCompany = false }) => !(isOwn && forCompany));
  // What is refused is refused before anything is sent.
  const first = await listCommissions(context, { ...query, limit: portion, cursor: undefined });
  async function* lines(): AsyncGenerator<string> {
    yield (
      BYTE_ORDER_MARK +
      csvLine(
        shown.map(({ title }) => title[language]),
        language,
      )
    );
    for (let page = first; ;) {
      const names = isOwn ? new Map<string, string>() : await namesOf(context, page.items);
      const reading = { language, zone, names };
      const portionOf = page.items.map((commission) =>
        csvLine(
          shown.map(({ cell }) => cell(commission, reading)),
          language,
        ),
      );
      yield portionOf.join('');
      if (page.nextCursor === null) return;
      page = await listCommissions(context, { ...query, limit: portion, cursor: page.nextCursor });
    }
  }
  return Readable.from(lines());
}

async function namesOf(context: Context, items: readonly Listed[]): Promise<Map<string, string>> {
  const ids = new Map(items.map(({ partnerId }) => [partnerId, decodeId('prt', partnerId) ?? '']));
  const names = await read(context, (tx) => partnerNames(tx, context.workspaceId, [...new Set(ids.values())]));
  return new Map([...ids].map(([id, uuid]) => [id, names.get(uuid) ?? '']));
}

interface Column {
  readonly title: Bilingual;
  readonly forCompany?: boolean;
  readonly cell: (commission: Listed, reading: Reading) => string;
}

interface Reading {
  readonly language: Language;
  readonly zone: string;
  readonly names: ReadonlyMap<string, string>;
}

const columns: readonly Column[] = [
  { title: { en: 'id', fr: 'identifiant' }, cell: ({ id }) => id },
  {
    title: { en: 'earned on', fr: 'acquise le' },
    cell: ({ occurredAt }, { zone }) => localDateOf(parseInstant(occurredAt) ?? 0, zone),
  },
  { title: { en: 'partner', fr: 'partenaire' }, forCompany: true, cell: ({ partnerId }) => partnerId },
  {
    title: { en: 'partner name', fr: 'nom du partenaire' },
    forCompany: true,
    cell: ({ partnerId }, { names }) => textCell(names.get(partnerId) ?? ''),
  },
  { title: { en: 'state', fr: 'état' }, cell: ({ status }, { language }) => stateWords[status][language] },
  { title: { en: 'currency', fr: 'devise' }, cell: ({ currency }) => textCell(currency) },
  {
    title: { en: 'amount', fr: 'montant' },
    cell: ({ amount, currency }, { language }) => amountCell(BigInt(amount), currency, language),
  },
  {
    title: { en: 'taken back', fr: 'repris' },
    cell: ({ reversed, currency }, { language }) => amountCell(BigInt(reversed), currency, language),
  },
  {
    title: { en: 'computed on', fr: 'calculée sur' },
    cell: ({ base, currency }, { language }) => amountCell(BigInt(base), currency, language),
  },
  { title: { en: 'payable on', fr: 'exigible le' }, cell: ({ payableOn }) => payableOn },
  { title: { en: 'clause', fr: 'clause' }, cell: ({ clause }) => textCell(clause) },
  { title: { en: 'plan version', fr: 'version du barème' }, cell: ({ planVersion }) => String(planVersion) },
  { title: { en: 'line', fr: 'ligne' }, cell: ({ lineId }) => textCell(lineId ?? '') },
  { title: { en: 'fact', fr: 'fait' }, cell: ({ factId }) => factId },
];

const stateWords: Readonly<Record<Listed['status'], Bilingual>> = {
  pending: { en: 'in its hold', fr: 'en carence' },
  in_review: { en: 'to be approved', fr: 'à valider' },
  held: { en: 'held', fr: 'bloquée' },
  suspended: { en: 'suspended', fr: 'suspendue' },
  payable: { en: 'payable', fr: 'exigible' },
  in_payout: { en: 'in a payout', fr: 'en versement' },
  paid: { en: 'paid', fr: 'versée' },
  reversed: { en: 'taken back', fr: 'reprise' },
  refused: { en: 'refused', fr: 'refusée' },
};
