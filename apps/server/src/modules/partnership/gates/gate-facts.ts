import type { GateFact, GateFacts } from '@cordee/core/partnership';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';
import { amountsByCurrency, partnersSums } from '../../ledger/index.ts';
import { certificateHolders } from '../../partner/index.ts';
import { openEnrollments } from '../../program/index.ts';
import { mainContacts } from '../people/person.store.ts';

/** What is known of gates, for partners by id; of a partner left out, and of a gate left out, nothing was asked. */
export type GateSource = (
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
  now: Instant,
) => Promise<ReadonlyMap<string, GateFacts>>;

/**
 * Joins what modules know of gates. Each module gives a source of its own (`GateFacts` of core by partner id, many partners at
 * once); they are listed in `gate-sources.ts`, beside what this module finds by itself.
 */
export function gateFactsOf(others: readonly GateSource[]): GateSource {
  return async (tx, workspaceId, partnerIds, now) => {
    const known = new Map<string, GateFacts>();
    for (const source of [people, enrollments, balances, certificates, ...others]) {
      for (const [id, facts] of await source(tx, workspaceId, partnerIds, now)) known.set(id, { ...known.get(id), ...facts });
    }
    return known;
  };
}

const people: GateSource = async (tx, workspaceId, partnerIds) => {
  const contacts = await mainContacts(tx, workspaceId, partnerIds);
  return new Map(
    partnerIds.map((id) => [
      id,
      { partner_contact: fact(contacts.has(`partner ${id}`)), company_contact: fact(contacts.has(`company ${id}`)) },
    ]),
  );
};

const enrollments: GateSource = async (tx, workspaceId, partnerIds, now) => {
  const open = Map.groupBy(await openEnrollments(tx, workspaceId, partnerIds, now), ({ partnerId }) => partnerId);
  return new Map(
    partnerIds.map((id) => {
      const states = (open.get(id) ?? []).map(({ state }) => state);
      return [
        id,
        {
          application_decided: fact(!states.includes('pending')),
          enrolled: fact(states.includes('active')),
          enrollments_ended: fact(states.length === 0),
        },
      ];
    }),
  );
};

const balances: GateSource = async (tx, workspaceId, partnerIds) => {
  const sums = Map.groupBy(await partnersSums(tx, workspaceId, partnerIds), ({ partnerId }) => partnerId);
  return new Map(
    partnerIds.map((id) => {
      const own = sums.get(id) ?? [];
      const amounts = [...amountsByCurrency(own).values()];
      const owesNothing = own.every(({ account, debits, credits }) => account !== 'planned_debt' || debits === credits);
      const isZero =
        owesNothing && amounts.every(({ pending, payable, inPayout }) => pending === 0n && payable === 0n && inPayout === 0n);
      return [id, { balance_zero: fact(isZero) }];
    }),
  );
};

/** Not asked of anybody where the company trains nobody. */
const certificates: GateSource = async (tx, workspaceId, partnerIds, now) => {
  const holders = await certificateHolders(tx, workspaceId, partnerIds, now);
  if (holders === null) return new Map();
  return new Map(partnerIds.map((id) => [id, { certificate: fact(holders.has(id)) }]));
};

function fact(isSo: boolean): GateFact {
  return isSo ? 'true' : 'false';
}
