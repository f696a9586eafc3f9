import type { TaxPolicy } from '@cordee/contract/tax-policy';
import { tableOf } from '@cordee/contract/tax-table';
import { decideTax, type TaxDecision, type TaxFacts, type TaxTable, type VatState } from '@cordee/core/tax';
import { type Instant, type LocalDate, localDateOf } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { companyOn } from '../company/index.ts';
import { lastReviews, paymentsBefore } from './decision.store.ts';
import { defaultTable } from './default-table.ts';
import { type DetailsRecord, detailsOn } from './details.store.ts';
import { loadPolicy } from './policy.store.ts';
import { companyPlace, publishedTable, type TableRecord } from './table.store.ts';
import { newestChecks, selectProofs, type TaxProof, type VatCheck } from './vat.store.ts';

const DAY_MS = 86_400_000;
/** An answer outlives tries that found nobody by that long: a month between two checks, and half of one to find somebody. */
const ANSWER_HOLDS_MS = 45 * DAY_MS;

/** By what a workspace decides today. */
export interface Setting {
  readonly policy: TaxPolicy;
  readonly table: TableRecord;
  readonly rules: TaxTable;
  readonly country: string;
  readonly zone: string;
  readonly today: LocalDate;
  /** The company's own, today. */
  readonly payerVatNumber: string | null;
}

export interface Standing {
  readonly vatNumber: string | null;
  readonly state: VatState;
  /** The check that says so. */
  readonly check: VatCheck | null;
  readonly validAt: Instant | null;
  readonly isProved: boolean;
}

/** All that is known of a partner for a day, and what follows. */
export interface Situation {
  readonly details: DetailsRecord | null;
  readonly standing: Standing;
  readonly proofs: readonly TaxProof[];
  readonly facts: TaxFacts;
  readonly decision: TaxDecision;
}

/** The policy and table of a workspace, and its calendar. */
export async function loadSetting(tx: Tx, workspaceId: string, now: Instant): Promise<Setting> {
  const { country, zone } = await companyPlace(tx, workspaceId);
  const today = localDateOf(now, zone);
  const table = (await publishedTable(tx, workspaceId, today)) ?? defaultTable(country);
  const payerVatNumber = (await companyOn(tx, workspaceId, today))?.vatNumber ?? null;
  const policy = await loadPolicy(tx, workspaceId);
  return { policy, table, rules: tableOf(table.document), country, zone, today, payerVatNumber };
}

/** What is so for each of these partners that day. */
export async function loadSituations(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
  { setting, on, now }: { readonly setting: Setting; readonly on: LocalDate; readonly now: Instant },
): Promise<Map<string, Situation>> {
  const { rules, zone } = setting;
  const details = await detailsOn(tx, workspaceId, partnerIds, on);
  const checks = Map.groupBy(await newestChecks(tx, workspaceId, partnerIds), ({ partnerId }) => partnerId);
  const proofs = Map.groupBy(await selectProofs(tx, workspaceId, partnerIds), ({ partnerId }) => partnerId);
  const payments = await paymentsBefore(tx, workspaceId, partnerIds, { on, months: rules.thresholds.months, zone });
  const detailsIds = [...details.values()].map(({ id }) => id);
  const reviews = await lastReviews(tx, workspaceId, detailsIds);
  return new Map(
    partnerIds.map((partnerId) => {
      const known = details.get(partnerId) ?? null;
      const vouched = proofs.get(partnerId) ?? [];
      const standing = standingOf(known?.vatNumber ?? null, checks.get(partnerId) ?? [], vouched, now);
      const facts: TaxFacts = {
        on,
        country: known?.country ?? null,
        kind: known?.kind ?? null,
        vatStatus: known?.vatStatus ?? null,
        held: heldData(known, vouched, setting.payerVatNumber),
        vatState: standing.state,
        vatProved: standing.isProved,
        vatPolicy: setting.policy.uncheckedVat,
        payments: payments.get(partnerId) ?? { count: 0, amounts: [] },
        review: reviews.get(known?.id ?? '') ?? null,
      };
      return [partnerId, { details: known, standing, proofs: vouched, facts, decision: decideTax(rules, facts) }];
    }),
  );
}

/** Where a number stands: what was found last, unless that was nobody and an answer found before is recent enough. */
function standingOf(vatNumber: string | null, checks: readonly VatCheck[], proofs: readonly TaxProof[], now: Instant): Standing {
  const ofNumber = checks.filter((check) => check.vatNumber === vatNumber).toSorted((a, b) => b.checkedAt - a.checkedAt);
  const answered = ofNumber.find(({ state, checkedAt }) => state !== 'unavailable' && now - checkedAt <= ANSWER_HOLDS_MS);
  const newest = ofNumber[0] ?? null;
  const check = newest?.state === 'unavailable' ? (answered ?? newest) : newest;
  return {
    vatNumber,
    state: check?.state ?? 'not_checked',
    check,
    validAt: ofNumber.find(({ state }) => state === 'valid')?.checkedAt ?? null,
    isProved: vatNumber !== null && proofs.some((proof) => proof.kind === 'vat_number' && proof.vatNumber === vatNumber),
  };
}

function heldData(details: DetailsRecord | null, proofs: readonly TaxProof[], payerVatNumber: string | null): TaxFacts['held'] {
  const held: Record<TaxFacts['held'][number], boolean> = {
    legal_name: isThere(details?.legalName),
    address: isThere(details?.address),
    siren: isThere(details?.siren),
    siret: isThere(details?.siret),
    vat_number: isThere(details?.vatNumber),
    local_tax_id: details?.hasLocalTaxId === true,
    birth_date: details?.hasBirthDate === true,
    business_proof: proofs.some(({ kind }) => kind === 'business'),
    payer_vat_number: payerVatNumber !== null,
  };
  return (Object.keys(held) as (keyof typeof held)[]).filter((datum) => held[datum]);
}

function isThere(value: unknown): boolean {
  return value !== null && value !== undefined;
}
