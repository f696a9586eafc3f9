import type { Invoicing } from '@cordee/contract/invoicing';
import type { Language } from '@cordee/contract/language';
import { formatMonth } from '@cordee/core/closing';
import { type CompanyIdentity, formText, sirenOf } from '@cordee/core/company';
import { encodeId } from '@cordee/core/ids';
import type { InvoiceDocument, InvoiceLine, InvoiceNote, InvoiceParty } from '@cordee/core/invoice';
import { holdsOn } from '@cordee/core/tax';
import { formatDate, type LocalDate, shiftDate } from '@cordee/core/time';
import type { DocumentBasis } from '../../tax/index.ts';
import { areDomestic } from '../rules/rules-of.ts';
import { documentWords } from './document-words.ts';
import { daysOf, type Drafting, type PartnerDraft } from './partner-draft.ts';

export interface DocumentPlace {
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly vatInBooks: InvoiceDocument['vatInBooks'];
}

/** All that is on a document: both parties as they are now, the lines of the draft, the sentences of that day. Null while something is missing. */
export function makeDocument(draft: PartnerDraft, drafting: Drafting, place: DocumentPlace): InvoiceDocument | null {
  const { basis, vat, mandate, credited } = draft;
  const { invoicing, company } = drafting;
  const buyer = buyerOf(company);
  const seller = basis === null ? null : sellerOf(basis);
  if (draft.draft === null || vat === null || mandate === null || buyer === null || seller === null || basis === null)
    return null;
  const { language } = drafting.place;
  const days = draft.months.map(daysOf);
  return {
    type: draft.draft.type,
    ...place,
    dueOn: shiftDate(place.issuedOn, invoicing.dueDays),
    currency: draft.currency,
    period: { from: days[0]?.from ?? place.issuedOn, to: days.at(-1)?.to ?? place.issuedOn },
    seller,
    buyer,
    mandate: encodeId('bmd', mandate.id),
    notes: notesOf({ invoicing, basis, buyer, seller, language, on: place.issuedOn, mandateOn: mandate.validFrom }),
    lines: linesOf(draft, language),
    vat,
    preceding: credited.map(({ number, issuedOn }) => ({ number, issuedOn })),
    payment: null,
  };
}

function sellerOf({ legalName, legalForm, siren, vatNumber, localTaxId, address, country }: DocumentBasis): InvoiceParty | null {
  if (legalName === null || address === null || country === null) return null;
  return {
    name: legalName,
    legalForm,
    siren,
    vatNumber,
    // EN 16931 wants some tax number of whoever has no VAT number; of a French one its SIREN.
    localTaxId: vatNumber === null ? (localTaxId ?? siren) : null,
    address: { street: address.street ?? null, postCode: address.postCode ?? null, town: address.town, country },
    electronicAddress: siren === null ? null : { scheme: '0225', id: siren },
  };
}

function buyerOf(company: CompanyIdentity | null): InvoiceParty | null {
  if (company === null || company.address === null) return null;
  const { legalName, vatNumber, address, electronicAddress } = company;
  const siren = sirenOf(company);
  return {
    name: legalName,
    legalForm: formText(company),
    siren,
    vatNumber,
    localTaxId: null,
    address: {
      street: address.street ?? null,
      postCode: address.postCode ?? null,
      town: address.town,
      country: address.country,
    },
    electronicAddress: electronicAddress ?? (siren === null ? null : { scheme: '0225', id: siren }),
  };
}

function linesOf({ draft, months }: PartnerDraft, language: Language): InvoiceLine[] {
  const words = documentWords[language];
  const known = new Map(months.map((month) => [month.key, month]));
  return (draft?.lines ?? []).flatMap(({ key, kind, net, period }) => {
    const month = known.get(key);
    if (month === undefined) return [];
    const [from, to] = [formatMonth(month.fromMonth, language), formatMonth(month.toMonth, language)];
    const named = (kind === 'earned' ? words.earned : words.takenBack)(from === to ? from : `${from} – ${to}`);
    const description =
      month.source === 'statement' ? words.statement(month.number) : words.replaces(month.replaces ?? '', month.number);
    return [{ name: named, description, net, period }];
  });
}

interface NotesInput {
  readonly invoicing: Invoicing;
  readonly basis: DocumentBasis;
  readonly buyer: InvoiceParty;
  readonly seller: InvoiceParty;
  readonly language: Language;
  readonly on: LocalDate;
  readonly mandateOn: LocalDate;
}

/** BG-1: that it is self-billed, whom it is between, the sentences between companies of one country, and what taxes want said. */
function notesOf({ invoicing, basis, buyer, seller, language, on, mandateOn }: NotesInput): InvoiceNote[] {
  const isDomestic = areDomestic(buyer.address.country, seller.address.country);
  const { mentions } = basis.decision;
  const selfBilling = mentions.find(({ code }) => code === 'self_billing')?.[language];
  const others = mentions.filter(({ code }) => code !== 'self_billing').map((mention) => mention[language]);
  const notes: InvoiceNote[] = [];
  if (selfBilling !== undefined) {
    const words = documentWords[language].selfBilled(selfBilling, buyer.name, seller.name, formatDate(mandateOn, language));
    notes.push({ code: 'REG', text: words });
  }
  notes.push({ code: 'BAR', text: isDomestic ? 'B2B' : 'B2BINT' });
  if (others.length > 0) notes.push({ code: 'TXD', text: others.join(' ') });
  if (isDomestic) {
    notes.push(...invoicing.notes.filter((note) => holdsOn(note, on)).map(({ code, text }) => ({ code, text: text[language] })));
  }
  return notes;
}
