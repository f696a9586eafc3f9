import type { TaxDecisionAnswer } from '@cordee/contract/tax-decision';
import type { FileAnswer } from '@cordee/contract/file';
import type { TaxDetailsAnswer, TaxProofAnswer, VatCheckAnswer, VatStanding } from '@cordee/contract/tax-details';
import type { TaxTableAnswer } from '@cordee/contract/tax-table';
import { encodeId } from '@cordee/core/ids';
import { explainTax } from '@cordee/core/tax';
import { formatInstant, type Instant } from '@cordee/core/time';
import type { Actor } from '../../platform/context.ts';
import type { Sealer } from '../../platform/crypto/index.ts';
import type { DetailsRecord } from './details.store.ts';
import type { Setting, Situation, Standing } from './situation.ts';
import type { TableRecord } from './table.store.ts';
import { seesPersonalData } from './tax.policy.ts';
import type { TaxProof, VatCheck } from './vat.store.ts';

/** The most personal data of details, as they are sealed. */
export interface PersonalData {
  readonly birthDate: string | null;
  readonly localTaxId: string | null;
}

const hidden: PersonalData = { birthDate: null, localTaxId: null };

/** Details as a reader may see them: the most personal ones only for whom they are meant. */
export function detailsAnswer(details: DetailsRecord, actor: Actor, sealer: Sealer): TaxDetailsAnswer {
  const isShown = details.sealed !== null && seesPersonalData(actor);
  const personal = isShown ? (JSON.parse(sealer.open(details.sealed)) as PersonalData) : hidden;
  return {
    id: encodeId('txd', details.id),
    partnerId: encodeId('prt', details.partnerId),
    partnerName: details.partnerName,
    state: details.state,
    validFrom: details.validFrom,
    kind: details.kind,
    country: details.country,
    legalName: details.legalName,
    legalForm: details.legalForm,
    address: details.address,
    siren: details.siren,
    siret: details.siret,
    vatStatus: details.vatStatus,
    vatNumber: details.vatNumber,
    ...personal,
    sealed: [
      ...(details.hasBirthDate ? ['birth_date' as const] : []),
      ...(details.hasLocalTaxId ? ['local_tax_id' as const] : []),
    ],
    enteredAt: formatInstant(details.enteredAt),
    byPartner: details.byPartner,
    decidedAt: textOf(details.decidedAt),
    reason: details.reason,
  };
}

/** What the audit trail keeps of details: that they changed and which are there, not what they say of a person. */
export function auditedDetails({ state, validFrom, kind, country, vatStatus, partnerId, ...rest }: DetailsRecord) {
  const named = {
    legalName: rest.legalName,
    address: rest.address,
    siren: rest.siren,
    siret: rest.siret,
    vatNumber: rest.vatNumber,
  };
  const given = Object.entries(named).flatMap(([name, value]) => (value === null ? [] : [name]));
  const sealed = [...(rest.hasBirthDate ? ['birthDate'] : []), ...(rest.hasLocalTaxId ? ['localTaxId'] : [])];
  return { partnerId: encodeId('prt', partnerId), state, validFrom, kind, country, vatStatus, given: [...given, ...sealed] };
}

/** A decision with its sentences. */
export function decisionAnswer({ table, rules }: Setting, { decision, facts }: Situation): TaxDecisionAnswer {
  const text = { fr: explainTax(rules, facts, decision, 'fr'), en: explainTax(rules, facts, decision, 'en') };
  return {
    ...decision,
    mentions: decision.mentions.map((mention) => ({ ...mention })),
    missing: [...decision.missing],
    warnings: [...decision.warnings],
    text,
    tableVersion: table.version,
  };
}

/** Where a VAT number stands. */
export function standingAnswer({ vatNumber, state, check, validAt, isProved }: Standing): VatStanding {
  return {
    vatNumber,
    state,
    cause: check?.cause ?? null,
    checkedAt: textOf(check?.checkedAt ?? null),
    validAt: textOf(validAt),
    consultationNumber: check?.consultationNumber ?? null,
    isProved,
  };
}

/** A check, with the answer as it came. */
export function checkAnswer(check: VatCheck): VatCheckAnswer {
  const { id, vatNumber, state, cause, checkedAt, consultationNumber, name, raw } = check;
  return {
    id: encodeId('vck', id),
    vatNumber,
    state,
    cause,
    checkedAt: formatInstant(checkedAt),
    consultationNumber,
    name,
    raw,
  };
}

/** What was vouched for. */
export function proofAnswer(
  { id, kind, vatNumber, reference, note, enteredAt, enteredBy }: TaxProof,
  files: readonly FileAnswer[],
): TaxProofAnswer {
  const at = formatInstant(enteredAt);
  return { id: encodeId('txp', id), kind, vatNumber, reference, note, files: [...files], enteredAt: at, enteredBy };
}

/** A version of the table. */
export function tableAnswer(table: TableRecord, inForce: TableRecord): TaxTableAnswer {
  const { version, state, name, document, validFrom } = table;
  return {
    id: table.id === null ? null : encodeId('txt', table.id),
    version,
    state,
    name,
    validFrom,
    changedAt: textOf(table.changedAt),
    publishedAt: textOf(table.publishedAt),
    isInForce: table.id === inForce.id,
    document,
  };
}

function textOf(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at);
}
