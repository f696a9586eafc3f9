import type { BookExportAnswer, ExportBooks } from '@cordee/contract/accounting';
import { fecFileName } from '@cordee/core/accounting';
import { companyLacks, sirenOf } from '@cordee/core/company';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { actorKey } from '../../bank/index.ts';
import { companyOn } from '../../company/index.ts';
import { zoneOf } from '../../fact/index.ts';
import { selectClosings } from '../../statement/index.ts';
import { mustKeepBooks } from '../accounting.policy.ts';
import { giveAuxiliaries } from '../auxiliary.store.ts';
import { bookExportAnswer } from '../book-export-answer.ts';
import { insertBookExport } from '../book-export.store.ts';
import { selectCharts } from '../chart.store.ts';
import { companyIsMissing } from '../company-missing.ts';
import { bookMonths, daysOf, monthAt, monthsFrom } from '../months.ts';

/** Two business years, the longest there is. */
const MOST_MONTHS = 24;

export interface PlannedExport {
  readonly fileName: string;
  readonly isDraft: boolean;
}

/**
 * Has the entries of some months written into a file in the background. Refuses `invalid_request`, `books_chart_missing`, and
 * `books_company_missing` for a FEC, which is named by the SIREN.
 */
export function exportBooks(context: Context, request: ExportBooks): Promise<Wire<BookExportAnswer>> {
  mustKeepBooks(context.actor);
  const { workspaceId, language } = context;
  return write(context, async (tx) => {
    const planned = await planExport(tx, context, request);
    await giveAuxiliaries(tx, workspaceId);
    const createdAt = context.now();
    const id = newUuid(createdAt);
    const nothing = { result: null, fault: null, bytes: null, sha256: null, finishedAt: null, postings: 0 };
    const record = { id, request, language, state: 'waiting' as const, createdAt, ...planned, ...nothing };
    await insertBookExport(tx, workspaceId, record, actorKey(context.actor));
    await enqueue(tx, 'accounting.export', { workspaceId, exportId: id }, { maxAttempts: 3, awaited: true });
    const audit = { action: 'books.exported', subject: encodeId('bex', id), after: { ...request, isDraft: planned.isDraft } };
    return { result: bookExportAnswer(record, language), audit };
  });
}

/** Whether the export can be written, and what its file is called. */
export async function planExport(tx: Tx, context: Context, request: ExportBooks): Promise<PlannedExport> {
  const { workspaceId, language } = context;
  const zone = await zoneOf(tx, workspaceId);
  const { from, to, format } = request;
  if (to < from)
    throw wrongMonth('to', { en: 'The last month comes before the first one.', fr: 'Le dernier mois précède le premier.' });
  if (monthAt(context.now(), zone) < to) {
    throw wrongMonth('to', { en: 'This month has not begun yet.', fr: 'Ce mois n’a pas encore commencé.' });
  }
  if (monthsFrom(from, to, zone).length > MOST_MONTHS) {
    throw wrongMonth('to', {
      en: `At most ${MOST_MONTHS} months fit in a file.`,
      fr: `Un fichier tient ${MOST_MONTHS} mois au plus.`,
    });
  }
  if ((await selectCharts(tx, workspaceId)).length === 0) throw new Refusal('books_chart_missing');
  const isDraft = !bookMonths(await selectClosings(tx, workspaceId, 10_000), zone).isFinal(to);
  if (format === 'fec') {
    const last = daysOf(from, to, zone).to;
    const company = await companyOn(tx, workspaceId, last);
    const siren = company === null ? null : sirenOf(company);
    if (siren === null) throw companyIsMissing(companyLacks(company, 'fec'));
    return { fileName: fecFileName(siren, last), isDraft };
  }
  const word = language === 'fr' ? 'ecritures' : 'entries';
  const months = from === to ? from : `${from}-${to}`;
  return { fileName: `${word}-${months}.${format === 'csv' ? 'csv' : 'journal'}`, isDraft };
}

function wrongMonth(path: string, message: { en: string; fr: string }): Refusal {
  return new Refusal('invalid_request', [{ path, rule: 'month', message }]);
}
