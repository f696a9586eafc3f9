import type { StatementAnswer } from '@cordee/contract/ledger';
import { commissionId, encodeId, factId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Wire } from '../../platform/http/index.ts';
import { amountsOf } from './partner-amounts.ts';
import type { Movement } from './movement.store.ts';
import type { Statement } from './queries/load-statement.ts';

export function statementToContract(statement: Statement): Wire<StatementAnswer> {
  return {
    partnerId: encodeId('prt', statement.partnerId),
    partnerName: statement.partnerName,
    from: formatInstant(statement.from),
    to: formatInstant(statement.to),
    zone: statement.zone,
    currencies: statement.currencies.map(({ currency, opening, movements, closing }) => ({
      currency,
      opening,
      movements: movements.map(movementToContract),
      closing,
    })),
  };
}

/** A movement as statements tell it. */
export function movementToContract(movement: Movement): Wire<StatementAnswer['currencies'][number]['movements'][number]> {
  const { commission, recordedAt } = movement;
  return {
    effectiveAt: formatInstant(movement.effectiveAt),
    recordedAt: formatInstant(recordedAt),
    kind: movement.kind,
    factId: factId(recordedAt, movement.factSeq),
    eventId: movement.eventId,
    label: movement.label,
    commissionId: movedCommissionId(movement),
    clause: commission?.clause ?? null,
    planVersion: commission?.planVersion ?? null,
    ...amountsOf(movement),
  };
}

export function movedCommissionId({ commission }: Movement): string | null {
  return commission === null ? null : commissionId(commission.recordedAt, commission.factSeq, commission.number);
}
