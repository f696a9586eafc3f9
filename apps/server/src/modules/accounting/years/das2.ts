import {
  das2Amount,
  type Das2Beneficiary,
  type Das2Declarant,
  das2Missing,
  type Das2MissingDatum,
  das2Threshold,
  type Das2Threshold,
} from '@cordee/core/declaration';
import type { BookFault } from '@cordee/core/accounting';
import { type CompanyDatum, companyLacks } from '@cordee/core/company';
import { localDateOf, type LocalDate } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { zoneOf } from '../../fact/index.ts';
import { partnersById } from '../../partner/index.ts';
import { detailsOn } from '../../tax/index.ts';
import { companyOn } from '../../company/index.ts';
import { loadDeclarationSettings } from '../declaration.store.ts';
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
  /** Who declares; null while something of it is missing. */
  readonly declarant: Das2Declarant | null;
  readonly declarantLacks: readonly (CompanyDatum | 'paysSalaries')[];
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
  const today = localDateOf(context.now(), zone);
  const own = await declarantOn(tx, workspaceId, today < `${year}-12-31` ? today : `${year}-12-31`);
  const isOver = context.now() >= yearBounds(year, zone).to;
  const found = await paidInYear(tx, workspaceId, { year, zone, partnerId: null });
  if ('fault' in found) return { year, isOver, threshold, ...own, fault: found.fault, all: [] };
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
  return { year, isOver, threshold, ...own, fault: null, all };
}

/** Who declares, as it was on the last day of the year: its declaration made again later is the same. */
async function declarantOn(tx: Tx, workspaceId: string, day: LocalDate): Promise<Pick<Das2Year, 'declarant' | 'declarantLacks'>> {
  const company = await companyOn(tx, workspaceId, day);
  const settings = await loadDeclarationSettings(tx, workspaceId);
  const declarantLacks = [...companyLacks(company, 'das2'), ...(settings === null ? (['paysSalaries'] as const) : [])];
  const { siret = null, ape = null, address = null, contact = null } = company ?? {};
  if (company === null || settings === null || siret === null || ape === null || address === null || contact === null) {
    return { declarant: null, declarantLacks };
  }
  if (declarantLacks.length > 0) return { declarant: null, declarantLacks };
  return { declarant: { name: company.legalName, siret, ape, address, contact, ...settings }, declarantLacks };
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
