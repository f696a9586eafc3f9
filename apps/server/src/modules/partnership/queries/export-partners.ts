import { Readable } from 'node:stream';
import type { ListPartners } from '@cordee/contract/partner';
import type { Language } from '@cordee/contract/language';
import { encodeId } from '@cordee/core/ids';
import { localDateOf } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { encodeCursor } from '../../../platform/cursor.ts';
import { amountCell, BYTE_ORDER_MARK, csvLine, textCell } from '../../../platform/csv.ts';
import { read } from '../../../platform/verb.ts';
import { workspaceKeys } from '../../fact/index.ts';
import { cursorOf, findPartners } from '../../partner/index.ts';
import { withFigures, type ListedPartnerParts } from '../listed-answer.ts';
import { mustBeStaff } from '../partnership.policy.ts';

const portion = 1000;

/**
 * All partners the filters let through as CSV in the reader's language, read and sent portion by portion: one line for each
 * currency a partner has a balance in, one for a partner without any.
 */
export async function exportPartners(context: Context, query: ListPartners): Promise<Readable> {
  mustBeStaff(context.actor);
  const { language } = context;
  const { zone } = await workspaceKeys(context.db, context.workspaceId);
  async function* lines(): AsyncGenerator<string> {
    yield BYTE_ORDER_MARK + csvLine(titles[language], language);
    let cursor: string | undefined;
    do {
      const from = cursor;
      const { parts, next } = await read(context, async (tx) => {
        const found = await findPartners(tx, context, { ...query, limit: portion, cursor: from });
        const last = found.length > portion ? found[portion - 1] : undefined;
        return {
          parts: await withFigures(tx, context, found.slice(0, portion)),
          next: last === undefined ? undefined : encodeCursor(cursorOf(query.sort, last)),
        };
      });
      yield parts.flatMap((each) => linesOf(each, zone, language)).join('');
      cursor = next;
    } while (cursor !== undefined);
  }
  return Readable.from(lines());
}

const titles: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'id',
    'name',
    'kind',
    'stage',
    'tags',
    'country',
    'e-mail',
    'external id',
    'created',
    'archived',
    'last activity',
    'currency',
    'pending',
    'payable',
    'in payout',
    'paid',
  ],
  fr: [
    'identifiant',
    'nom',
    'type',
    'étape',
    'étiquettes',
    'pays',
    'e-mail',
    'identifiant externe',
    'créé le',
    'archivé le',
    'dernière activité',
    'devise',
    'en attente',
    'exigible',
    'en versement',
    'versé',
  ],
};

function linesOf({ record, balances }: ListedPartnerParts, zone: string, language: Language): string[] {
  const day = (at: number | null) => (at === null ? '' : localDateOf(at, zone));
  const cells = [
    encodeId('prt', record.id),
    textCell(record.name),
    record.kind,
    record.stage,
    textCell(record.tags.join(' | ')),
    record.country ?? '',
    textCell(record.email ?? ''),
    textCell(record.externalId ?? ''),
    day(record.createdAt),
    day(record.archivedAt),
    day(record.lastActivityAt),
  ];
  if (balances.size === 0) return [csvLine([...cells, '', '', '', '', ''], language)];
  return [...balances].map(([currency, { pending, payable, inPayout, paid }]) => {
    const amounts = [pending, payable, inPayout, paid].map((amount) => amountCell(amount, currency, language));
    return csvLine([...cells, textCell(currency), ...amounts], language);
  });
}
