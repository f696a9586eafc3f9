import type { ListedPartner } from '@cordee/contract/partner';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Wire } from '../../platform/http/index.ts';
import { ownPartner } from '../../platform/own-partner.ts';
import { amountsByCurrency, partnersSums, type PartnerAmounts } from '../ledger/index.ts';
import { isShown, partnerToContract, partnerToOwnContract, type ListedRecord } from '../partner/index.ts';
import { openEnrollments, type OpenEnrollment } from '../program/index.ts';

/** A partner with what a list shows beside it. */
export interface ListedPartnerParts {
  readonly record: ListedRecord;
  readonly balances: ReadonlyMap<string, PartnerAmounts>;
  readonly enrollments: readonly OpenEnrollment[];
  /** Whether the company shows a partner its stage; only asked for where a partner reads. */
  readonly showsStage: boolean;
}

/** Balances and enrollments of these partners, in a few statements however many. */
export async function withFigures(tx: Tx, context: Context, records: readonly ListedRecord[]): Promise<ListedPartnerParts[]> {
  const ids = records.map(({ id }) => id);
  const sums = Map.groupBy(await partnersSums(tx, context.workspaceId, ids), ({ partnerId }) => partnerId);
  const enrollments = Map.groupBy(
    await openEnrollments(tx, context.workspaceId, ids, context.now()),
    ({ partnerId }) => partnerId,
  );
  const own = ownPartner(context.actor);
  const showsStage = own !== null && (await isShown(tx, context.workspaceId, own, 'stage')) === true;
  return records.map((record) => ({
    record,
    showsStage,
    balances: amountsByCurrency(sums.get(record.id) ?? []),
    enrollments: enrollments.get(record.id) ?? [],
  }));
}

export function listedToContract(
  { record, balances, enrollments, showsStage }: ListedPartnerParts,
  { actor }: Pick<Context, 'actor'>,
): Wire<ListedPartner> {
  const shown = ownPartner(actor) === null ? partnerToContract(record) : partnerToOwnContract(record, showsStage);
  return {
    ...shown,
    balances: [...balances].map(([currency, amounts]) => ({ currency, ...amounts })),
    lastActivityAt: record.lastActivityAt === null ? null : formatInstant(record.lastActivityAt),
    enrollments: enrollments.map(({ id, programId, state }) => ({
      id: encodeId('enr', id),
      programId: encodeId('prg', programId),
      state,
    })),
  };
}
