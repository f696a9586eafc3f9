import type { IssuedInvoices, IssueInvoices } from '@cordee/contract/invoice';
import { encodeId } from '@cordee/core/ids';
import type { ExchangeTerms } from '@cordee/core/counting';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { recordExclusively } from '../../counting/index.ts';
import { termsAt } from '../../exchange/index.ts';
import { mustKnowPartners } from '../../partner/index.ts';
import { askStaleNumbers } from '../../tax/index.ts';
import { draftPartners } from '../drafting/draft-partners.ts';
import type { Drafting, PartnerDraft } from '../drafting/partner-draft.ts';
import { draftFaults } from '../drafting/obstacle-words.ts';
import { invoiceAnswer } from '../invoice-answer.ts';
import { invoiceFact } from '../invoice-fact.ts';
import type { InvoiceParts } from '../invoice-parts.ts';
import { mustInvoice } from '../invoice.policy.ts';
import type { NewInvoice } from '../invoice-write.store.ts';
import { auditedInvoice, issueDraft } from '../issuing.ts';
import { obstacle } from '../refusals.ts';

/** Nobody records anything while documents are made out: more of them take several calls. */
const mostAtOnce = 300;

/**
 * Makes out every document that follows from the books and has no obstacle, of those named or of all. Refuses `invoice_obstacle` when there is
 * none, saying what keeps each back (VIES is asked about numbers whose last answer is too old, and they are ready a moment later), `unknown_reference`, and `unavailable` while a large import is counted.
 */
export async function issueInvoices(
  context: Context,
  { sealer }: InvoiceParts,
  { partnerIds }: IssueInvoices,
): Promise<Wire<IssuedInvoices>> {
  const { workspaceId, actor } = context;
  mustInvoice(actor);
  await askStaleNumbers(context, partnerIds ?? null);
  return write(context, async (tx) => {
    await mustKnowPartners(tx, workspaceId, partnerIds ?? []);
    const made: NewInvoice[] = [];
    let left = 0;
    let names = new Map<string, string>();
    await recordExclusively(tx, workspaceId, context.now(), async (first) => {
      const drafting = await draftPartners(tx, workspaceId, { partnerIds: partnerIds ?? null, now: first.recordedAt, sealer });
      const ready = drafting.drafts.filter(({ obstacles }) => obstacles.length === 0);
      const terms = await termsOf(tx, context, ready, drafting);
      const possible = ready.filter(({ currency }) => terms.get(currency) !== undefined);
      if (possible.length === 0) throw obstacle(draftFaults(drafting.drafts, ready));
      names = new Map(possible.map(({ partnerId, partnerName }) => [partnerId, partnerName]));
      left = Math.max(0, possible.length - mostAtOnce);
      for (const draft of possible.slice(0, mostAtOnce)) {
        const factSeq = first.seq + BigInt(made.length);
        const own = terms.get(draft.currency) ?? null;
        const invoice = await issueDraft(tx, context, { draft, drafting, at: first.recordedAt, factSeq, terms: own });
        if (invoice !== null) made.push(invoice);
      }
      return made.map((invoice) => invoiceFact(invoice, first.recordedAt));
    });
    const [one] = made;
    if (one === undefined) throw obstacle([]);
    const result = { items: made.map((invoice) => invoiceAnswer(issued(invoice, names))), left };
    const audit = { action: 'invoices.issued', subject: encodeId('inv', one.id), after: made.map(auditedInvoice) };
    return { result, audit };
  });
}

function issued(invoice: NewInvoice, names: ReadonlyMap<string, string>) {
  const partnerName = names.get(invoice.partnerId) ?? '';
  return { ...invoice, partnerName, deliveredAt: null, contestUntil: null, handedAt: null };
}

/** By currency: how it becomes that of the books, null for that one itself; left out where no rate is known. */
async function termsOf(
  tx: Tx,
  context: Context,
  ready: readonly PartnerDraft[],
  { place }: Drafting,
): Promise<Map<string, ExchangeTerms | null>> {
  const found = new Map<string, ExchangeTerms | null>();
  for (const currency of new Set(ready.map((draft) => draft.currency))) {
    if (currency === place.currency) found.set(currency, null);
    else {
      const terms = await knownTerms(tx, context, currency, place.currency);
      if (terms !== null) found.set(currency, terms);
    }
  }
  return found;
}

async function knownTerms(tx: Tx, context: Context, from: string, to: string): Promise<ExchangeTerms | null> {
  try {
    return await termsAt(tx, context.workspaceId, from, to, context.now());
  } catch (error) {
    if (error instanceof Refusal && error.code === 'exchange_rate_missing') return null;
    throw error;
  }
}
