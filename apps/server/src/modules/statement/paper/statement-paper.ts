import type { Language } from '@cordee/contract/language';
import { formatMonth } from '@cordee/core/closing';
import { formatMoney } from '@cordee/core/money';
import { formatDate, type Instant, localDateOf } from '@cordee/core/time';
import {
  endPaper,
  FAINT,
  INK,
  MARGIN,
  openPaper,
  type Paper,
  type PaperRow,
  say,
  textEnd,
  textWidth,
  writeTable,
} from '../../../platform/pdf/index.ts';
import { amountsOf, movementKinds, type PartnerAmounts } from '../../ledger/index.ts';
import { statementNumber } from '../closed-statement-answer.ts';
import type { ClosedStatement, StatedMovement } from '../queries/load-closed-statement.ts';
import { writeDebts } from './debt-paper.ts';
import { paperWords } from './paper-words.ts';

/** The statement on paper, in one language: the same statement gives the same bytes. */
export function statementPaper(statement: ClosedStatement, language: Language): Promise<Buffer> {
  const { record } = statement;
  const words = paperWords[language];
  const title = `${words.title(statementNumber(record))} · ${record.partnerName}`;
  const head = Buffer.from(record.transactionHash).toString('hex');
  const paper = openPaper({ title, author: record.workspaceName, language, at: record.closedAt, keywords: head });
  writeHead(paper, statement, language);
  const columns = words.columns.map((header, index) => ({
    header,
    share: [15, 35, 15, 15, 14, 16][index] ?? 1,
    ...(index < 2 ? {} : { align: 'right' as const }),
  }));
  writeTable(paper, columns, rowsOf(statement, language));
  writeDebts(paper, statement, language);
  writeFoot(paper, statement, language);
  return endPaper(paper, [words.seal, head], words.page);
}

function writeHead(paper: Paper, { record, zone }: ClosedStatement, language: Language): void {
  const { doc } = paper;
  const words = paperWords[language];
  const day = (at: Instant) => formatDate(localDateOf(at, zone), language);
  say(paper, 'P', () => doc.font('strong').fontSize(10).text(record.workspaceName));
  doc.moveDown(1.2);
  say(paper, 'H1', () =>
    doc
      .font('strong')
      .fontSize(19)
      .text(words.title(statementNumber(record))),
  );
  doc.moveDown(0.2);
  const about = `${words.subject(formatMonth(record.month, language))} · ${record.currency}`;
  say(paper, 'P', () => doc.font('regular').fontSize(11).text(about));
  const dates = `${words.days(day(record.from), day(record.to - 1), zone)} · ${words.closed(day(record.closedAt))}`;
  say(paper, 'P', () => doc.fontSize(8.5).fillColor(FAINT).text(dates));
  doc.moveDown(1.2);
  say(paper, 'P', () => {
    doc.fontSize(10).fillColor(FAINT).text(`${words.to} `, { continued: true });
    doc.font('strong').fontSize(10).fillColor(INK).text(record.partnerName);
  });
  doc.moveDown(1.4);
}

function rowsOf({ record, zone, movements }: ClosedStatement, language: Language): PaperRow[] {
  const words = paperWords[language];
  const day = (at: Instant) => shortDate(localDateOf(at, zone), language);
  const balance = (at: Instant, label: string, amounts: PartnerAmounts): PaperRow => ({
    isSum: true,
    cells: [[day(at)], [label], ...cellsOf(amounts, record.currency, language, true)],
  });
  return [
    balance(record.from, words.opening, record.opening),
    ...movements.map((movement): PaperRow => ({
      cells: [
        [day(movement.effectiveAt)],
        [movementKinds[language][movement.kind], detailOf(movement, language)],
        ...cellsOf(amountsOf(movement), record.currency, language, false),
      ],
    })),
    balance(record.to - 1, words.closing, record.closing),
  ];
}

/** What it is known by, of which month it is late, and the clause; the end of a hold has no name but its instant. */
function detailOf({ kind, label, lateOf, commission, debt }: StatedMovement, language: Language): string {
  const words = paperWords[language];
  const name = debt === null ? label : words.debt.plan(formatDate(debt.agreedOn, language));
  return [
    kind === 'release' ? '' : name,
    lateOf === null ? '' : words.late(formatMonth(lateOf, language)),
    commission === null ? '' : words.clause(commission.clause, commission.planVersion),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Each clause once, in the words of its plan. */
function writeFoot(paper: Paper, { movements }: ClosedStatement, language: Language): void {
  const { doc } = paper;
  const words = paperWords[language];
  const clauses = new Map<string, string>();
  for (const { commission, clauseText } of movements) {
    if (commission !== null && clauseText !== null)
      clauses.set(words.clause(commission.clause, commission.planVersion), clauseText);
  }
  doc.x = MARGIN;
  doc.moveDown(1);
  const paragraph = (text: string, head = '') => {
    const width = textWidth(doc);
    doc.font('regular').fontSize(8);
    if (doc.y + doc.heightOfString(head + text, { width }) > textEnd(doc)) doc.addPage();
    say(paper, 'P', () => {
      doc.x = MARGIN;
      if (head !== '') doc.font('strong').fontSize(8).fillColor(INK).text(head, { width, continued: true });
      doc.font('regular').fontSize(8).fillColor(FAINT).text(text, { width });
    });
    doc.moveDown(0.4);
  };
  if (movements.length === 0) paragraph(words.none);
  if (clauses.size > 0) {
    if (doc.y + 60 > textEnd(doc)) doc.addPage();
    say(paper, 'H2', () => doc.font('strong').fontSize(10).fillColor(INK).text(words.clauses, MARGIN));
    doc.moveDown(0.4);
    for (const [head, text] of clauses) paragraph(text, `${head[0]?.toUpperCase()}${head.slice(1)}. `);
  }
  doc.moveDown(0.6);
  paragraph(words.reading);
}

/** What did not move is left blank; a balance is always said. */
function cellsOf(amounts: PartnerAmounts, currency: string, language: Language, all: boolean): [string][] {
  const { pending, payable, inPayout, paid } = amounts;
  return [pending, payable, inPayout, paid].map((amount) => [
    amount === 0n && !all ? '' : formatMoney({ amount, currency }, language).replace(/^-/, '\u2212'),
  ]);
}

/** Day and month are enough beside a title that names the year, but for what is late. */
function shortDate(date: string, language: Language): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return language === 'fr' ? `${day}/${month}/${year}` : `${year}-${month}-${day}`;
}
