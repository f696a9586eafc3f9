import type { Language } from '@cordee/contract/language';
import { localDateOf } from '@cordee/core/time';
import { amountCell, BYTE_ORDER_MARK, csvLine, textCell } from '../../platform/csv.ts';
import type { StatedDebt } from '../debt/index.ts';
import { amountsOf, movementKinds, type PartnerAmounts } from '../ledger/index.ts';
import { statementNumber } from './closed-statement-answer.ts';
import type { ClosedStatement, StatedMovement } from './queries/load-closed-statement.ts';
import { statementWords } from './statement-words.ts';

/** A closed month's statement as CSV in the conventions of the language; amounts in currency units, dates in the statement's zone. */
export function closedStatementCsv(statement: ClosedStatement, language: Language): string {
  const { record, zone, movements, debts } = statement;
  const { columns, opening, closing, debt: debtWords } = statementWords[language];
  const number = statementNumber(record);
  const money = (amount: bigint) => amountCell(amount, record.currency, language);
  // Two columns more, only where there is a plan.
  const withDebt = (cells: readonly string[], plan: string, amount: string) =>
    debts.length === 0 ? cells : [...cells, plan, amount];
  const balance = (at: number, label: string, amounts: PartnerAmounts, owed: bigint) =>
    withDebt(
      [...firstCells(statement, localDateOf(at, zone), label), ...amountCells(amounts, record.currency, language)],
      '',
      money(owed),
    );
  const sum = (of: 'opening' | 'closing') => debts.reduce((total, debt) => total + debt[of], 0n);
  const rows = [
    withDebt(columns, ...debtWords.columns),
    balance(record.from, opening, record.opening, sum('opening')),
    ...movements.map((movement) => {
      const cells = [number, ...movementCells(movement, zone, language)];
      return movement.debt === null ? withDebt(cells, '', '') : withDebt(cells, movement.debt.planId, money(underPlan(movement)));
    }),
    balance(record.to - 1, closing, record.closing, sum('closing')),
    ...debts.flatMap((debt) => debtRows(debt, statement, language)),
  ];
  return BYTE_ORDER_MARK + rows.map((row) => csvLine(row, language)).join('');
}

const empty = (cells: number): string[] => Array.from({ length: cells }, () => '');

/** Up to the currency, of a row that is no movement. */
function firstCells({ record }: ClosedStatement, date: string, label: string): string[] {
  return [statementNumber(record), date, label, ...empty(4), textCell(record.currency)];
}

/** What a movement adds to what is owed under its plan. */
function underPlan({ debit, amount }: StatedMovement): bigint {
  return debit === 'planned_debt' ? amount : -amount;
}

/** What is owed under a plan when the month ends, and what is paid back of it next. */
function debtRows({ planId, closing, next }: StatedDebt, statement: ClosedStatement, language: Language): string[][] {
  const { record, zone } = statement;
  const { plan, next: nextWord } = statementWords[language].debt;
  const row = (date: string, label: string, amount: bigint) => [
    ...firstCells(statement, date, label),
    ...empty(4),
    planId,
    amountCell(amount, record.currency, language),
  ];
  const owed = row(localDateOf(record.to - 1, zone), plan, closing);
  return next === null ? [owed] : [owed, row(next.dueOn, nextWord, next.amount)];
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
