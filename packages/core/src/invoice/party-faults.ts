import { hasSiren, holdsOn, sirenInVatNumber } from '../tax/index.ts';
import type { InvoiceParty } from './document.ts';
import { hasFrenchVatKey, isSiren } from './french-numbers.ts';
import type { AddFault } from './invoice-fault.ts';
import type { FaultTerms } from './invoice-rules.ts';
import type { StatedInvoice } from './stated-invoice.ts';

const COUNTRY = /^[A-Z]{2}$/;
const VAT_NUMBER = /^[A-Z]{2}[A-Z0-9+*]{2,13}$/;

/** Who the parties are, and by which numbers a tax office knows them. */
export function partyFaults(invoice: StatedInvoice, terms: FaultTerms, add: AddFault): void {
  for (const side of ['seller', 'buyer'] as const) {
    numberFaults(invoice[side], side, add);
    if (terms.isDomestic) domesticFaults(invoice, side, terms, add);
  }
  for (const { category } of invoice.breakdown) taxIdFaults(category, invoice, add);
}

function numberFaults({ address, siren, vatNumber }: InvoiceParty, side: string, add: AddFault): void {
  if (!COUNTRY.test(address.country)) add(`${side}.address.country`, 'country');
  const isFrench = hasSiren(address.country);
  if (siren !== null && isFrench && !isSiren(siren)) add(`${side}.siren`, 'siren', siren);
  if (vatNumber === null) return;
  if (!VAT_NUMBER.test(vatNumber) || (vatNumber.startsWith('FR') && !hasFrenchVatKey(vatNumber))) {
    add(`${side}.vatNumber`, 'vat_number', vatNumber);
    return;
  }
  const inside = sirenInVatNumber(vatNumber);
  if (inside !== null && isFrench && siren !== null && isSiren(siren) && inside !== siren) {
    add(`${side}.vatNumber`, 'siren_in_vat_number', siren);
  }
}

/** Between businesses of the country an invoice travels through platforms, which find both by their numbers. */
function domesticFaults(invoice: StatedInvoice, side: 'seller' | 'buyer', terms: FaultTerms, add: AddFault): void {
  const { siren, address, electronicAddress } = invoice[side];
  if (siren === null && hasSiren(address.country)) add(`${side}.siren`, 'siren_missing');
  const { addresses } = terms.rules;
  if (addresses === null || !holdsOn(addresses, invoice.issuedOn) || invoice.profile === 'minimum') return;
  if (electronicAddress === null) {
    add(`${side}.electronicAddress`, 'address_missing', addresses.scheme);
    return;
  }
  // Self-billed, it travels from the buyer to the seller: there the seller must be found (BR-FR-21 and 22 the other way round).
  const isDelivered = terms.isSelfBilled === (side === 'seller');
  const isOwn = electronicAddress.scheme === addresses.scheme && siren !== null && electronicAddress.id.startsWith(siren);
  if (isDelivered && siren !== null && !isOwn) add(`${side}.electronicAddress`, 'address_owner', addresses.scheme);
}

/** Which numbers each VAT category wants (EN 16931: BR-S-02, BR-E-02, BR-Z-02, BR-AE-02, BR-IC-02, BR-G-02, BR-O-02). */
function taxIdFaults(category: string, { seller, buyer }: StatedInvoice, add: AddFault): void {
  const isKnown = seller.vatNumber !== null || seller.localTaxId !== null;
  if (['S', 'E', 'Z', 'AE'].includes(category) && !isKnown) add('seller', 'seller_tax_id', category);
  if (['K', 'G'].includes(category) && seller.vatNumber === null) add('seller.vatNumber', 'seller_vat_number', category);
  // A reverse charge is declared under the number of who pays it, though EN 16931 is content with any registration.
  if (['AE', 'K'].includes(category) && buyer.vatNumber === null) add('buyer.vatNumber', 'buyer_tax_id', category);
  if (category !== 'O') return;
  if (seller.vatNumber !== null) add('seller.vatNumber', 'vat_number_forbidden');
  if (buyer.vatNumber !== null) add('buyer.vatNumber', 'vat_number_forbidden');
}
