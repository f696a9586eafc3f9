import type { Language } from '@cordee/contract/language';
import { formatMoney } from '@cordee/core/money';
import { formatDate } from '@cordee/core/time';
import {
  FAINT,
  INK,
  MARGIN,
  type Paper,
  type PaperRow,
  say,
  textEnd,
  textWidth,
  writeTable,
} from '../../../platform/pdf/index.ts';
import type { StatedDebt } from '../../debt/index.ts';
import type { ClosedStatement } from '../queries/load-closed-statement.ts';
import { paperWords } from './paper-words.ts';

/** What is owed under payment plans beside the balances; nothing where there is no plan. */
export function writeDebts(paper: Paper, { record, debts }: ClosedStatement, language: Language): void {
  if (debts.length === 0) return;
  const { doc } = paper;
  const words = paperWords[language].debt;
  const money = (amount: bigint) => formatMoney({ amount, currency: record.currency }, language).replace(/^-/, '\u2212');
  doc.x = MARGIN;
  doc.moveDown(1.4);
  if (doc.y + 90 > textEnd(doc)) doc.addPage();
  say(paper, 'H2', () => doc.font('strong').fontSize(10).fillColor(INK).text(words.title, MARGIN));
  doc.moveDown(0.4);
  const columns = words.columns.map((header, index) => ({
    header,
    share: [52, 16, 16, 16][index] ?? 1,
    ...(index === 0 ? {} : { align: 'right' as const }),
  }));
  const row = (debt: StatedDebt): PaperRow => ({
    cells: [
      [capital(words.plan(formatDate(debt.agreedOn, language))), detailOf(debt, language, money)],
      [money(debt.opening)],
      [debt.closing === debt.opening ? '' : money(debt.closing - debt.opening)],
      [money(debt.closing)],
    ],
  });
  const sum = (of: 'opening' | 'closing') => debts.reduce((total, debt) => total + debt[of], 0n);
  const total: PaperRow = {
    isSum: true,
    cells: [[words.sum], [money(sum('opening'))], [''], [money(sum('closing'))]],
  };
  writeTable(paper, columns, [...debts.map(row), ...(debts.length > 1 ? [total] : [])]);
  doc.moveDown(0.6);
  const width = textWidth(doc);
  doc.font('regular').fontSize(8);
  if (doc.y + doc.heightOfString(words.reading, { width }) > textEnd(doc)) doc.addPage();
  say(paper, 'P', () => doc.font('regular').fontSize(8).fillColor(FAINT).text(words.reading, MARGIN, doc.y, { width }));
}

/** What moved in the month, what is late, and what comes next. */
function detailOf({ moved, percent, due, next }: StatedDebt, language: Language, money: (amount: bigint) => string): string {
  const words = paperWords[language].debt;
  return [
    ...(['planned', 'keptBack', 'paid', 'waived', 'returned'] as const).map((kind) =>
      moved[kind] === 0n ? '' : words[kind](money(moved[kind])),
    ),
    percent === null || next === null ? '' : words.share(percent),
    due === 0n ? '' : words.late(money(due)),
    next === null ? '' : words.next(money(next.amount), formatDate(next.dueOn, language)),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

const capital = (text: string) => `${text[0]?.toUpperCase()}${text.slice(1)}`;
