import type { Settlement } from '@cordee/contract/claim-body';
import type { FactBody, FactKind } from '@cordee/core/counting';
import { reasonText } from '@cordee/core/explanation';
import { encodeId, factId } from '@cordee/core/ids';
import type { Instant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { recordExclusively } from '../../counting/index.ts';
import {
  companySource,
  customerIdOf,
  emailHashOf,
  inputHashOf,
  workspaceKeys,
  type CustomerDraft,
  type ReadyFact,
} from '../../fact/index.ts';
import type { ClaimRecord, Settled } from '../claim.store.ts';
import { factOfPartner, factsToldAs, type ContestedFact } from '../claim-target.store.ts';
import { fault, inFuture, unsettled } from '../refusals.ts';

type Said = Extract<Settlement, { by: 'sale' | 'lead' }>;

interface Missing {
  readonly kind: Extract<FactKind, 'sale' | 'lead'>;
  readonly externalId: string;
  readonly occurredAt: Instant;
  readonly customer: CustomerDraft | null;
  readonly amount: bigint | null;
  readonly currency: string | null;
  readonly body: FactBody;
}

/**
 * Records the sale or lead a claim was accepted for, as the company's own, and counts it: its partner earns what the plan of that day
 * gives. Refuses `claim_unsettled` when it is recorded already, or would earn the partner nothing.
 */
export async function recordClaimed(tx: Tx, context: Context, claim: ClaimRecord, said: Said): Promise<Settled> {
  const { workspaceId } = context;
  const now = context.now();
  const missing = await missingOf(tx, context, claim, said);
  if (missing.occurredAt > now) throw inFuture('settlement.occurredAt', now);
  const counted = await recordExclusively(tx, workspaceId, now, async () => {
    const [known] = await factsToldAs(tx, workspaceId, missing.kind, missing.externalId);
    if (known !== undefined) throw recordedAlready(factId(known.recordedAt, known.seq));
    return [factOf(missing)];
  });
  const made = counted.find(({ fact }) => fact.body.claimId === claim.id);
  if (made === undefined) throw new Error('the fact of a claim got lost');
  const earned = made.outcome.commissions.filter(({ enrollmentId }) => enrollmentId === claim.enrollmentId);
  if (earned.length === 0) throw earnsNothing(made.outcome.decision.unpaid);
  const { seq, recordedAt } = made.fact;
  const customerId = made.fact.customerId;
  return { by: said.by, fact: { seq, recordedAt }, contributionId: null, unsettled: null, customerId };
}

async function missingOf(tx: Tx, context: Context, claim: ClaimRecord, said: Said): Promise<Missing> {
  const { workspaceId, db } = context;
  const { customerKey } = await workspaceKeys(db, workspaceId);
  const { expected } = claim;
  const contested = claim.fact === null ? null : await contestedSale(tx, workspaceId, claim);
  const occurredAt = said.occurredAt ?? contested?.occurredAt ?? expected?.occurredAt ?? context.now();
  const ownId = encodeId('clm', claim.id);
  const email = expected?.email ?? null;
  const country = {};
  const body: FactBody = {
    claimId: claim.id,
    enrollmentId: claim.enrollmentId,
    ...(email === null ? country : { emailHash: emailHashOf(customerKey, email) }),
  };
  const customer = contested === null ? customerOf(claim, said, customerKey) : knownCustomer(contested);
  if (said.by === 'lead') {
    const name = said.name === undefined ? {} : { name: said.name };
    return {
      kind: 'lead',
      externalId: expected?.eventId ?? ownId,
      occurredAt,
      customer,
      amount: null,
      currency: null,
      body: { ...body, ...name },
    };
  }
  // What was missing of a sale that is recorded has a name of its own.
  const externalId = said.eventId ?? (contested === null ? expected?.eventId : undefined) ?? ownId;
  const lines = said.lines?.map((line) => withoutUndefined(line));
  const total = lines === undefined ? said.amount : lines.reduce((sum, { net }) => sum + net, 0);
  if (total !== undefined && !Number.isSafeInteger(total)) throw new Refusal('invalid_request', [tooLarge]);
  // Of a fact that is wrong, what was claimed is the whole: only the company knows what is missing of it.
  const amount = total === undefined ? (contested === null ? (expected?.amount ?? null) : null) : BigInt(total);
  const currency = said.currency ?? contested?.currency ?? expected?.currency ?? null;
  if (amount === null) throw new Refusal('claim_unsettled', [amountUnknown]);
  if (currency === null) throw new Refusal('claim_unsettled', [currencyUnknown]);
  const told = lines === undefined ? body : { ...body, lines };
  return { kind: 'sale', externalId, occurredAt, customer, amount, currency, body: told };
}

async function contestedSale(tx: Tx, workspaceId: string, claim: ClaimRecord): Promise<ContestedFact> {
  const { fact, partnerId } = claim;
  const found = fact === null ? null : await factOfPartner(tx, workspaceId, { seq: fact.seq, at: fact.recordedAt }, partnerId);
  if (found === null || found.kind !== 'sale') {
    throw unsettled('settlement.by', 'sale', {
      en: 'Only what was missing of a sale can be recorded behind it.',
      fr: 'Seul ce qui manquait à une vente peut être enregistré à sa suite.',
    });
  }
  return found;
}

function knownCustomer({ customerId, customerExternalId }: ContestedFact): CustomerDraft | null {
  if (customerId === null) return null;
  return { id: customerId, externalId: customerExternalId ?? '', email: null, name: null, country: null };
}

/** By the company's own id; without one nobody knows which customer it is, and the fact stands alone. */
function customerOf({ expected }: ClaimRecord, said: Said, key: Buffer): CustomerDraft | null {
  const externalId = said.customerExternalId ?? expected?.externalId ?? null;
  if (externalId === null) return null;
  return { id: customerIdOf(key, externalId), externalId, email: null, name: null, country: null };
}

function factOf({ kind, externalId, occurredAt, customer, amount, currency, body }: Missing): ReadyFact {
  const draft = {
    kind,
    source: companySource(kind),
    externalId,
    occurredAt,
    customer,
    currency,
    amount,
    target: null,
    body,
    strict: false,
    clickId: null,
    visitorId: null,
    inputHash: inputHashOf({ kind, externalId, occurredAt, customer: customer?.id ?? null, amount, currency, ...body }),
  };
  return { draft, targetSeq: null, body };
}

function withoutUndefined<T extends object>(value: T): { [Field in keyof T]: Exclude<T[Field], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as never;
}

function recordedAlready(id: string): Refusal {
  return unsettled('settlement.eventId', 'not_recorded', {
    en: `It is recorded already, as ${id}, and what was counted is not counted again: settle by that fact, or agree on the customer for what comes.`,
    fr: `C’est déjà enregistré, sous ${id}, et ce qui a été compté ne l’est pas à nouveau : réglez par ce fait, ou convenez du client pour la suite.`,
  });
}

function earnsNothing(unpaid: Parameters<typeof reasonText>[0] | null): Refusal {
  const why = (language: 'en' | 'fr') => (unpaid === null ? '' : ` ${reasonText(unpaid, language)}`);
  return unsettled('settlement', 'earns', {
    en: `Under the plan in force on that day it would earn this partner nothing.${why('en')}`,
    fr: `Sous le barème en vigueur ce jour-là, ce partenaire n’y gagnerait rien.${why('fr')}`,
  });
}

const amountUnknown = fault(
  'settlement.amount',
  'required',
  'Say the amount: it was not claimed.',
  'Indiquez le montant : il n’a pas été réclamé.',
);
const currencyUnknown = fault(
  'settlement.currency',
  'required',
  'Say the currency: it was not claimed.',
  'Indiquez la devise : elle n’a pas été réclamée.',
);
const tooLarge = fault(
  'settlement.lines',
  'safe_total',
  'The total exceeds what can be counted exactly (2^53).',
  'Le total dépasse ce qui se compte exactement (2^53).',
);
