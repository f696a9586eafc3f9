import type { ClosedStatementAnswer, ListedStatement, StatedDebtAnswer } from '@cordee/contract/statement';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Wire } from '../../platform/http/index.ts';
import type { StatedDebt } from '../debt/index.ts';
import { movementToContract } from '../ledger/index.ts';
import type { ClosedStatement } from './queries/load-closed-statement.ts';
import type { StatementRecord } from './statement.store.ts';

/** `2026-10-0007`: one series for each month. */
export function statementNumber({ month, number }: Pick<StatementRecord, 'month' | 'number'>): string {
  return `${month}-${String(number).padStart(4, '0')}`;
}

/** A statement without its movements. */
export function listedStatement(record: StatementRecord, debts: readonly StatedDebt[]): Wire<ListedStatement> {
  return {
    id: encodeId('stm', record.id),
    number: statementNumber(record),
    period: record.month,
    from: formatInstant(record.from),
    to: formatInstant(record.to),
    closedAt: formatInstant(record.closedAt),
    partnerId: encodeId('prt', record.partnerId),
    partnerName: record.partnerName,
    currency: record.currency,
    opening: record.opening,
    closing: record.closing,
    movementCount: record.movements,
    lateCount: record.late,
    debts: debts.map(debtToContract),
  };
}

/** A statement with its movements. */
export function closedStatementToContract({ record, zone, movements, debts }: ClosedStatement): Wire<ClosedStatementAnswer> {
  return {
    ...listedStatement(record, debts),
    zone,
    workspaceName: record.workspaceName,
    transactionHash: record.transactionHash.toString('hex'),
    movements: movements.map((movement) => ({
      ...movementToContract(movement),
      lateOf: movement.lateOf,
      clauseText: movement.clauseText,
      debtPlanId: movement.debt?.planId ?? null,
    })),
  };
}

function debtToContract({ moved, ...debt }: StatedDebt): Wire<StatedDebtAnswer> {
  return { ...debt, ...moved };
}
