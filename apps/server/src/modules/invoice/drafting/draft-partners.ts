import type { DraftObstacle } from '@cordee/contract/invoice-answers';
import type { Invoicing } from '@cordee/contract/invoicing';
import type { Language } from '@cordee/contract/language';
import type { CompanyIdentity } from '@cordee/core/company';
import {
  draftInvoices,
  type DraftInvoice,
  explainFault,
  invoiceFaults,
  type InvoiceVat,
  type OpenAmount,
} from '@cordee/core/invoice';
import { type Instant, localDateOf } from '@cordee/core/time';
import type { Sealer } from '../../../platform/crypto/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { companyOn } from '../../company/index.ts';
import { type DocumentBasis, documentBasesOn, staleNumbers } from '../../tax/index.ts';
import { type MandateRecord, mandatesInForce } from '../mandates/mandate.store.ts';
import { loadInvoicing } from '../invoicing/invoicing.store.ts';
import { invoiceRulesOf } from '../rules/rules-of.ts';
import { makeDocument } from './make-document.ts';
import { loadPlace, type Place } from './place.store.ts';
import { type CreditableInvoice, type OpenMonth, selectCreditable, selectOpenMonths } from './open-months.store.ts';
import { daysOf, type Drafting, type Obstacle, type PartnerDraft } from './partner-draft.ts';
import { treatmentKey, treatmentOf } from './treatment.ts';

/** What follows for these partners, or for all, from what is open now. */
export async function draftPartners(
  tx: Tx,
  workspaceId: string,
  { partnerIds, now, sealer }: { readonly partnerIds: readonly string[] | null; readonly now: Instant; readonly sealer: Sealer },
): Promise<Drafting> {
  const open = await selectOpenMonths(tx, workspaceId, partnerIds);
  const { invoicing } = await loadInvoicing(tx, workspaceId);
  const place = await loadPlace(tx, workspaceId);
  const today = localDateOf(now, place.zone);
  const company = await companyOn(tx, workspaceId, today);
  const ids = [...new Set(open.map(({ partnerId }) => partnerId))];
  const mandates = await mandatesInForce(tx, workspaceId, ids, today);
  const creditable = Map.groupBy(await selectCreditable(tx, workspaceId, ids), ownerKey);
  const stale = new Set((await staleNumbers(tx, workspaceId, ids, now)).map(({ partnerId }) => partnerId));
  const bases = await basesOf(tx, workspaceId, open, { now, sealer });
  const drafts: PartnerDraft[] = [];
  let receipts = 0;
  for (const [owner, months] of Map.groupBy(open, ownerKey)) {
    const common = { invoicing, company, place, mandates, bases, stale, earlier: creditable.get(owner) ?? [] };
    const told = draftOwner(months, common);
    drafts.push(...told.drafts);
    receipts += told.receipts;
  }
  const drafting = { drafts, receipts, invoicing, company, place, today };
  return { ...drafting, drafts: drafts.map((draft) => withFaults(draft, drafting)) };
}

/** A document that would not be sound is not made out: what is wrong with it is said of the draft. */
function withFaults(draft: PartnerDraft, drafting: Drafting): PartnerDraft {
  if (draft.obstacles.length > 0) return draft;
  const { place, today } = drafting;
  const books = draft.currency === place.currency ? null : { currency: place.currency, amount: 0n };
  const document = makeDocument(draft, drafting, { number: 'DRAFT', issuedOn: today, vatInBooks: books });
  if (document === null) return { ...draft, obstacles: [{ code: 'tax_missing', missing: [], because: null }] };
  const faults = invoiceFaults(document, invoiceRulesOf(place.country, place.currency));
  if (faults.length === 0) return draft;
  const say = (language: Language) => faults.map((fault) => explainFault(fault, language)).join(' ');
  return { ...draft, obstacles: [{ code: 'document_faults', missing: [], because: { fr: say('fr'), en: say('en') } }] };
}

type Bases = (month: OpenMonth) => DocumentBasis | null;

async function basesOf(
  tx: Tx,
  workspaceId: string,
  open: readonly OpenMonth[],
  { now, sealer }: { readonly now: Instant; readonly sealer: Sealer },
): Promise<Bases> {
  const known = new Map<string, ReadonlyMap<string, DocumentBasis>>();
  for (const [month, those] of Map.groupBy(open, ({ toMonth }) => toMonth)) {
    const ids = [...new Set(those.map(({ partnerId }) => partnerId))];
    const on = daysOf({ fromMonth: month, toMonth: month }).to;
    known.set(month, await documentBasesOn(tx, workspaceId, ids, { on, now, sealer }));
  }
  return ({ toMonth, partnerId }) => known.get(toMonth)?.get(partnerId) ?? null;
}

interface Common {
  readonly invoicing: Invoicing;
  readonly company: CompanyIdentity | null;
  readonly place: Place;
  readonly mandates: ReadonlyMap<string, MandateRecord>;
  readonly bases: Bases;
  /** Whose VAT number is to be asked about first. */
  readonly stale: ReadonlySet<string>;
  readonly earlier: readonly CreditableInvoice[];
}

/** Of one partner in one currency. */
function draftOwner(
  months: readonly OpenMonth[],
  common: Common,
): { readonly drafts: PartnerDraft[]; readonly receipts: number } {
  const { invoicing, bases, earlier, place } = common;
  const treatments = new Map<string, InvoiceVat>();
  const amounts: OpenAmount[] = [];
  const drafts: PartnerDraft[] = [];
  let receipts = 0;
  for (const month of months) {
    const basis = bases(month);
    const vat = basis === null ? null : treatmentOf(basis.decision, invoicing, place.language);
    if (basis?.decision.outcome === 'receipt') receipts += 1;
    else if (vat === null) drafts.push(draftOf([month], common, { obstacles: [undecided(basis)] }));
    else {
      const treatment = treatmentKey(vat);
      treatments.set(treatment, vat);
      amounts.push({ key: month.key, period: daysOf(month), earned: month.earned, takenBack: month.takenBack, treatment });
    }
  }
  const before = earlier.map(({ id, left, vat }) => ({ id, left, vat: vat as InvoiceVat }));
  for (const { vat } of before) treatments.set(treatmentKey(vat), treatments.get(treatmentKey(vat)) ?? vat);
  const { documents, waiting } = draftInvoices(
    amounts,
    before.map(({ id, left, vat }) => ({ id, left, treatment: treatmentKey(vat) })),
  );
  const byKey = new Map(months.map((month) => [month.key, month]));
  for (const draft of documents) {
    const keys = new Set(draft.lines.map(({ key }) => key));
    const those = months.filter(({ key }) => keys.has(key));
    const vat = treatments.get(draft.treatment) ?? null;
    drafts.push(draftOf(those, common, { draft, vat, obstacles: obstaclesOf(those, common) }));
  }
  for (const [why, keys] of Map.groupBy(waiting, (one) => one.why)) {
    const those = keys.flatMap(({ key }) => byKey.get(key) ?? []);
    drafts.push(draftOf(those, common, { obstacles: [{ code: why, missing: [], because: null }] }));
  }
  return { drafts, receipts };
}

function draftOf(
  months: readonly OpenMonth[],
  { bases, mandates, earlier }: Common,
  told: { readonly draft?: DraftInvoice; readonly vat?: InvoiceVat | null; readonly obstacles: readonly Obstacle[] },
): PartnerDraft {
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) throw new Error('a draft of no month');
  const credits = new Set(told.draft?.credits.map(({ invoiceId }) => invoiceId));
  return {
    partnerId: first.partnerId,
    partnerName: first.partnerName,
    currency: first.currency,
    months,
    net: months.reduce((sum, { earned, takenBack }) => sum + earned - takenBack, 0n),
    draft: told.draft ?? null,
    vat: told.vat ?? null,
    basis: bases(last),
    mandate: mandates.get(first.partnerId) ?? null,
    credited: earlier.filter(({ id }) => credits.has(id)),
    obstacles: told.obstacles,
  };
}

function obstaclesOf([first]: readonly OpenMonth[], { invoicing, company, mandates, stale }: Common): Obstacle[] {
  const codes: DraftObstacle[] = [];
  if (company === null || company.address === null) codes.push('company_unknown');
  if (!invoicing.selfBilling) codes.push('not_self_billing');
  else if (first !== undefined && !mandates.has(first.partnerId)) codes.push('no_mandate');
  if (first !== undefined && stale.has(first.partnerId)) codes.push('vat_to_ask');
  return codes.map((code) => ({ code, missing: [], because: null }));
}

function undecided(basis: DocumentBasis | null): Obstacle {
  const { outcome = 'blocked', missing = [], because = null } = basis?.decision ?? {};
  if (outcome === 'review') return { code: 'tax_review', missing, because };
  return { code: missing.length > 0 || because === null ? 'tax_missing' : 'tax_blocked', missing, because };
}

function ownerKey({ partnerId, currency }: { readonly partnerId: string; readonly currency: string }): string {
  return `${partnerId} ${currency}`;
}
