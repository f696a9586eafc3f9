import type { BookExportAnswer } from '@cordee/contract/accounting';
import type { Language } from '@cordee/contract/language';
import { type FecFault, fecFaultSentence } from '@cordee/core/accounting';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Wire } from '../../platform/http/index.ts';
import type { BookExportRecord, KeptResult } from './book-export.store.ts';
import { faultWords } from './fault-words.ts';

const broken = {
  en: 'It could not be finished. Write it again; if that does not help, look at the log of the server.',
  fr: 'Il n’a pas pu être terminé. Refaites-le ; si cela ne suffit pas, voyez le journal du serveur.',
};

/** A file of entries as the API tells of it. */
export function bookExportAnswer(record: BookExportRecord, language: Language): Wire<BookExportAnswer> {
  const { format, from, to, detail, encoding, separator } = record.request;
  const { fault } = record;
  const problem = fault === null ? null : fault.code === 'broken' ? broken : faultWords(fault);
  return {
    id: encodeId('bex', record.id),
    format,
    from,
    to,
    detail,
    encoding,
    separator,
    state: record.state,
    isDraft: record.isDraft,
    fileName: record.fileName,
    postings: record.postings,
    bytes: record.bytes,
    sha256: record.sha256,
    problem: problem?.[language] ?? null,
    result: record.result === null ? null : resultAnswer(record.result, language),
    createdAt: formatInstant(record.createdAt),
    finishedAt: record.finishedAt === null ? null : formatInstant(record.finishedAt),
  };
}

function resultAnswer(result: KeptResult, language: Language): NonNullable<Wire<BookExportAnswer>['result']> {
  return {
    entries: result.entries,
    lines: result.lines,
    debit: BigInt(result.debit),
    credit: BigInt(result.credit),
    within: result.within,
    units: result.units,
    sums: result.sums.map(({ number, name, opening, debit, credit, closing }) => ({
      number,
      name,
      opening: BigInt(opening),
      debit: BigInt(debit),
      credit: BigInt(credit),
      closing: BigInt(closing),
    })),
    faults: result.faults.map((fault) => {
      const { code, line, detail } = fault as FecFault;
      return { code, line, sentence: fecFaultSentence({ code, detail }, language) };
    }),
    moreFaults: result.moreFaults,
  };
}
