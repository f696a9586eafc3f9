import {
  das2Amount,
  type Das2Beneficiary,
  das2Missing,
  type Das2MissingDatum,
  das2Threshold,
  type Das2Threshold,
} from '@cordee/core/declaration';
import type { BookFault } from '@cordee/core/accounting';
import type { BooksCompany } from '@cordee/contract/accounting-values';
import { localDateOf, type LocalDate } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { zoneOf } from '../../fact/index.ts';
import { partnersById } from '../../partner/index.ts';
import { detailsOn } from '../../tax/index.ts';
import { loadCompany } from '../chart.store.ts';
import { paidInYear, yearBounds } from './paid-in-euro.ts';

/** Somebody who was paid in the year, as the declaration would have them. */
export interface Declared extends Das2Beneficiary {
  readonly partnerId: string;
  readonly inCurrencies: ReadonlyMap<string, bigint>;
  readonly amount: bigint;
  readonly isDeclared: boolean;
  readonly missing: readonly Das2MissingDatum[];
}

export interface Das2Year {
  readonly year: number;
  readonly isOver: boolean;
  readonly threshold: Das2Threshold;
  readonly company: BooksCompany | null;
  readonly fault: BookFault | null;
  /** Those paid most first. */
  readonly all: readonly Declared[];
}

const A_BATCH = 1000;

/** All who were paid in a calendar year, and what a declaration of them still lacks. */
export async function das2Year(tx: Tx, context: Context, year: number): Promise<Das2Year> {
  const { workspaceId } = context;
  const zone = await zoneOf(tx, workspaceId);
  const threshold = das2Threshold(year);
  const company = await loadCompany(tx, workspaceId);
  const isOver = context.now() >= yearBounds(year, zone).to;
  const found = await paidInYear(tx, workspaceId, { year, zone, partnerId: null });
  if ('fault' in found) return { year, isOver, threshold, company, fault: found.fault, all: [] };
  const today = localDateOf(context.now(), zone);
  // The details of the day of sending: what was completed after the end of the year counts.
  const known = await detailsOf(
    tx,
    workspaceId,
    found.paid.map(({ partnerId }) => partnerId),
    today,
  );
  const all = found.paid
    .filter(({ euro }) => euro > 0n)
    .map(({ partnerId, euro, inCurrencies }): Declared => {
      const beneficiary = { ...(known.get(partnerId) ?? unknown), paid: euro };
      const isDeclared = euro > threshold.amount;
      return { partnerId, inCurrencies, ...beneficiary, amount: das2Amount(euro), isDeclared, missing: das2Missing(beneficiary) };
    })
    .sort((left, right) =>
      left.paid === right.paid ? (left.partnerId < right.partnerId ? -1 : 1) : left.paid > right.paid ? -1 : 1,
    );
  return { year, isOver, threshold, company, fault: null, all };
}

type Known = Omit<Das2Beneficiary, 'paid'>;
const unknown: Known = { name: '', kind: null, country: null, siret: null, address: null };

async function detailsOf(tx: Tx, workspaceId: string, ids: readonly string[], on: LocalDate): Promise<Map<string, Known>> {
  const known = new Map<string, Known>();
  for (let start = 0; start < ids.length; start += A_BATCH) {
    const batch = ids.slice(start, start + A_BATCH);
    const details = await detailsOn(tx, workspaceId, batch, on);
    for (const partner of await partnersById(tx, workspaceId, batch)) {
      const own = details.get(partner.id);
      known.set(partner.id, {
        name: own?.legalName ?? partner.name,
        kind: own?.kind ?? null,
        country: own?.country ?? partner.country,
        siret: own?.siret ?? null,
        address: own?.address ?? null,
      });
    }
  }
  return known;
}
