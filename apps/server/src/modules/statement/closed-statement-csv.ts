import type { Language } from '@cordee/contract/language';
import { localDateOf } from '@cordee/core/time';
import { amountCell, BYTE_ORDER_MARK, csvLine, textCell } from '../../platform/csv.ts';
import { amountsOf, movementKinds, type PartnerAmounts } from '../ledger/index.ts';
import { statementNumber } from './closed-statement-answer.ts';
import type { ClosedStatement, StatedMovement } from './queries/load-closed-statement.ts';
import { statementWords } from './statement-words.ts';

/** A closed month's statement as CSV in the conventions of the language; amounts in currency units, dates in the statement's zone. */
export function closedStatementCsv(statement: ClosedStatement, language: Language): string {
  const { record, zone, movements } = statement;
  const { columns, opening, closing } = statementWords[language];
  const number = statementNumber(record);
  const balance = (at: number, label: string, amounts: PartnerAmounts) => [
    number,
    localDateOf(at, zone),
    label,
    ...Array.from({ length: 4 }, () => ''),
    textCell(record.currency),
    ...amountCells(amounts, record.currency, language),
  ];
  const rows = [
    balance(record.from, opening, record.opening),
    ...movements.map((movement) => [number, ...movementCells(movement, zone, language)]),
    balance(record.to - 1, closing, record.closing),
  ];
  return BYTE_ORDER_MARK + [columns, ...rows].map((row) => csvLine(row, language)).join('');
}

function movementCells(movement: StatedMovement, zone: string, language: Language): string[] {
  const { commission, currency, lateOf, clauseText } = movement;
  return [
    localDateOf(movement.effectiveAt, zone),
    movementKinds[language][movement.kind],
    textCell(movement.label),
    lateOf ?? '',
    commission === null ? '' : textCell(commission.clause),
    clauseText === null ? '' : textCell(clauseText),
    textCell(currency),
    ...amountCells(amountsOf(movement), currency, language),
  ];
}

function amountCells({ pending, payable, inPayout, paid }: PartnerAmounts, currency: string, language: Language): string[] {
  return [pending, payable, inPayout, paid].map((amount) => amountCell(amount, currency, language));
}
