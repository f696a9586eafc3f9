import type { DisputeDetail } from '@cordee/contract/dispute';
import type { Language } from '@cordee/contract/language';
import { formatDate } from '@cordee/core/time';
import { endPaper, FAINT, INK, openPaper, say, writeTable } from '../../../platform/pdf/index.ts';
import type { DisputeRecord } from '../store/dispute.store.ts';
import { entryWords, fileWords, reasonWords, subjectWords } from './file-words.ts';
import { type CoverData, type EvidenceLine, heading, labelled, plain, type Sheet, smallHeading } from './sheet.ts';
import { writeSteps } from './step-pages.ts';

/** The cover of a proof file: what happened, from the clause to the last attempt. The same dispute on the same day gives the same text. */
export function coverPaper(data: CoverData, language: Language): Promise<Buffer> {
  const { record, detail, at } = data;
  const words = fileWords[language];
  const title = `${words.title} · ${record.title}`;
  const paper = openPaper({ title, author: record.ladder.parties.company.name, language, at, keywords: record.head });
  const sheet: Sheet = { paper, words, language, day: (day) => formatDate(day, language) };
  const { doc } = paper;
  say(paper, 'H1', () => doc.font('strong').fontSize(19).fillColor(INK).text(words.title));
  plain(sheet, record.title, 12);
  plain(sheet, `${detail.id} · ${words.notice}`, 8.5, FAINT);
  writeParties(sheet, record);
  writeMatter(sheet, data);
  writeClauses(sheet, record);
  heading(sheet, words.gaps);
  if (detail.gaps.length === 0) plain(sheet, words.whole);
  for (const { message } of detail.gaps) plain(sheet, `– ${message}`);
  writeSteps(sheet, data);
  writeDecisions(sheet, detail);
  writeChronology(sheet, detail);
  writeEvidence(sheet, data.evidence);
  return endPaper(paper, [words.notice, words.trail(record.head)], (page, pages) => `${page} / ${pages}`);
}

function writeParties(sheet: Sheet, { ladder: { parties } }: DisputeRecord): void {
  const { words } = sheet;
  heading(sheet, words.parties);
  for (const side of ['company', 'partner'] as const) {
    const { name, details } = parties[side];
    plain(sheet, `${name} (${words.side[side]}): ${details.trim() === '' ? words.unsaid : details}`);
  }
}

function writeMatter(sheet: Sheet, { record, detail }: CoverData): void {
  const { words, language } = sheet;
  heading(sheet, words.matter);
  const id = record.subjectId === null ? '' : ` (${record.subjectId})`;
  labelled(sheet, words.about, `${subjectWords[record.subject][language]}${id}`);
  plain(sheet, words.openedOn(detail.openedAt.slice(0, 10), words.side[record.openedBy]));
  plain(sheet, record.asks);
}

function writeClauses(sheet: Sheet, { ladder: { charter, articles } }: DisputeRecord): void {
  const { words, language } = sheet;
  heading(sheet, words.clauses);
  plain(sheet, charter === null ? words.noCharter : `${words.charter(charter.version)} (${charter.id})`);
  for (const { number, heading: title, text } of articles) {
    smallHeading(sheet, number === '' ? title[language] : `${number}. ${title[language]}`);
    plain(sheet, text[language]);
  }
}

function writeDecisions(sheet: Sheet, { decisions }: DisputeDetail): void {
  const { words } = sheet;
  if (decisions.length === 0) return;
  heading(sheet, words.decisions);
  for (const { number, by, at, outcome, reasons, state, consequences } of decisions) {
    smallHeading(sheet, words.decision(number, words.side[by], at));
    plain(sheet, `${words.outcomes[outcome]} – ${words.states[state]}`);
    plain(sheet, reasons);
    for (const { text, dueOn } of consequences) {
      plain(sheet, `– ${text}${dueOn === null ? '' : words.due(sheet.day(dueOn))}`);
    }
  }
}

function writeChronology(sheet: Sheet, { entries }: DisputeDetail): void {
  const { words, language, paper } = sheet;
  heading(sheet, words.chronology);
  const rows = entries.map(({ number, at, kind, side, data }) => {
    const reason = data['reason'];
    const more = [
      reason === undefined ? null : (reasonWords[reason as keyof typeof reasonWords]?.[language] ?? reason),
      data['recipient'],
      data['name'],
      data['sha256'],
      data['on'],
    ];
    const detail = more.filter((one) => one !== null && one !== undefined).join(' · ');
    return { cells: [[String(number)], [at], [entryWords[kind][language], detail], [words.side[side]]] as const };
  });
  writeTable(paper, columns(words.columns, [6, 25, 49, 20]), rows);
}

function writeEvidence(sheet: Sheet, evidence: readonly EvidenceLine[]): void {
  const { words, paper } = sheet;
  heading(sheet, words.evidence);
  if (evidence.length === 0) return plain(sheet, words.noEvidence);
  const rows = evidence.map(({ path, sha256, isInside }) => ({
    cells: [[path], [sha256.slice(0, 32), isInside ? sha256.slice(32) : words.leftOut]],
  }));
  writeTable(paper, columns(words.evidenceColumns, [52, 48]), rows as never);
}

function columns(headers: readonly string[], shares: readonly number[]) {
  return headers.map((header, index) => ({ header, share: shares[index] ?? 1 }));
}
