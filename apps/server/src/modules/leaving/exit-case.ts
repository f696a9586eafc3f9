import type { RehearseQuery } from '@cordee/contract/exit-rehearsal';
import type { CharterKind } from '@cordee/core/charter';
import type { ExitBalance, ExitCase } from '@cordee/core/exit';
import { frenchGuards } from '@cordee/core/guard';
import type { Side } from '@cordee/core/partnership';
import { localDateOf } from '@cordee/core/time';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import { charterToLeave, type CharterToLeave } from '../charter/index.ts';
import { openDisputes } from '../dispute/index.ts';
import { zoneOf } from '../fact/index.ts';
import { amountsByCurrency, partnersSums } from '../ledger/index.ts';
import { dutyPlaceOf, openDuties, placeOf } from '../obligation/index.ts';
import { findProgram, openEnrollments } from '../program/index.ts';
import { customersOf, keptAmounts } from './figures.store.ts';

/** What a charter of each kind is in the eyes of the law, unless somebody knows better; a client is bound by none of its rules. */
const kinds: Readonly<Record<CharterKind, string | null>> = {
  affiliate: 'introducer',
  introducer: 'introducer',
  reseller: 'reseller',
  supplier: 'supplier',
  subcontractor: 'subcontractor',
  client: null,
};

export interface KnownCase extends ExitCase {
  readonly charter: CharterToLeave | null;
  /** Disputes that run: leaving does not settle them. */
  readonly openDisputes: number;
}

/** All that is known today of a partnership somebody may leave. */
export async function exitCase(
  tx: Tx,
  { workspaceId, now }: Context,
  partnerId: string,
  side: Side,
  { on, endsOn, side: by, contractKind }: RehearseQuery,
): Promise<KnownCase> {
  const at = now();
  const today = localDateOf(at, await zoneOf(tx, workspaceId));
  const charter = await charterToLeave(tx, workspaceId, partnerId, today);
  const enrollments = await openEnrollments(tx, workspaceId, [partnerId], at);
  const programs = [];
  for (const { id, programId } of enrollments) {
    programs.push({ enrollmentId: id, name: (await findProgram(tx, workspaceId, programId))?.name ?? '' });
  }
  return {
    today,
    side: by ?? side,
    noticedOn: on ?? today,
    endsOn: endsOn ?? null,
    charter,
    guards: frenchGuards,
    contractKind: contractKind ?? (charter === null ? null : kinds[charter.document.kind]),
    place: await placeOf(await dutyPlaceOf(tx, workspaceId, partnerId)),
    programs,
    open: await openDuties(tx, workspaceId, partnerId, today),
    balances: await balancesOf(tx, workspaceId, partnerId),
    customers: await customersOf(tx, workspaceId, partnerId),
    openDisputes: (await openDisputes(tx, workspaceId, [partnerId])).get(partnerId) ?? 0,
  };
}

/** What the ledger says of a partner, currency by currency. */
export async function balancesOf(tx: Tx, workspaceId: string, partnerId: string): Promise<ExitBalance[]> {
  const kept = await keptAmounts(tx, workspaceId, partnerId);
  const sums = amountsByCurrency(await partnersSums(tx, workspaceId, [partnerId]));
  return [...sums].map(([currency, { pending, payable, inPayout }]) => ({
    currency,
    pending,
    payable,
    inPayout,
    kept: kept.get(currency) ?? 0n,
  }));
}
