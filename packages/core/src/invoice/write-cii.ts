import { currencyExponent } from '../money/index.ts';
import { isSepaIban } from '../payment/index.ts';
import { hasSiren } from '../tax/index.ts';
import type { LocalDate } from '../time/index.ts';
import type { InvoiceDays, InvoiceDocument, InvoiceLine, InvoiceParty } from './document.ts';
import { invoiceTotals } from './totals.ts';
import { xmlText } from './xml-text.ts';

/** The profile our documents are written in (BT-24). */
export const CII_PROFILE = 'urn:cen.eu:en16931:2017';

/** French "cadre de facturation" (BT-23): services, not paid yet. Commissions are nothing else. */
const PROCESS = 'S1';

const DATA = 'urn:un:unece:uncefact:data:standard';
const NAMESPACES = [
  ['rsm', `${DATA}:CrossIndustryInvoice:100`],
  ['ram', `${DATA}:ReusableAggregateBusinessInformationEntity:100`],
  ['udt', `${DATA}:UnqualifiedDataType:100`],
  ['qdt', `${DATA}:QualifiedDataType:100`],
] as const;

/**
 * An invoice or credit note as UN/CEFACT CII (D16B) in the profile EN 16931, which is the `factur-x.xml` of a Factur-X. The same document gives
 * the same bytes. It must be free of faults (`invoiceFaults`): nothing is checked here. Throws on characters XML cannot carry and on a
 * currency that does not exist.
 */
export function writeCii(document: InvoiceDocument): string {
  const namespaces = NAMESPACES.map(([prefix, name]) => ` xmlns:${prefix}="${name}"`).join('');
  const { lines } = document;
  const parts = [
    el('rsm:ExchangedDocumentContext', [
      el('ram:BusinessProcessSpecifiedDocumentContextParameter', [text('ram:ID', PROCESS)]),
      el('ram:GuidelineSpecifiedDocumentContextParameter', [text('ram:ID', CII_PROFILE)]),
    ]),
    headOf(document),
    el('rsm:SupplyChainTradeTransaction', [
      ...lines.map((line, index) => lineOf(document, line, index)),
      agreementOf(document),
      deliveryOf(document),
      settlementOf(document),
    ]),
  ];
  const root = `<rsm:CrossIndustryInvoice${namespaces}>${nested(parts)}</rsm:CrossIndustryInvoice>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function headOf({ number, type, issuedOn, notes }: InvoiceDocument): string {
  return el('rsm:ExchangedDocument', [
    text('ram:ID', number),
    text('ram:TypeCode', type),
    el('ram:IssueDateTime', [day(issuedOn)]),
    ...notes.map((note) => el('ram:IncludedNote', [text('ram:Content', note.text), text('ram:SubjectCode', note.code)])),
  ]);
}

function lineOf(document: InvoiceDocument, { name, description, net, period }: InvoiceLine, index: number): string {
  const { currency, vat } = document;
  // A price is never below zero (BR-27): what is taken back is a quantity below zero.
  const price = net < 0n ? -net : net;
  return el('ram:IncludedSupplyChainTradeLineItem', [
    el('ram:AssociatedDocumentLineDocument', [text('ram:LineID', String(index + 1))]),
    el('ram:SpecifiedTradeProduct', [text('ram:Name', name), optional('ram:Description', description)]),
    el('ram:SpecifiedLineTradeAgreement', [
      el('ram:NetPriceProductTradePrice', [text('ram:ChargeAmount', decimal(price, currency))]),
    ]),
    el('ram:SpecifiedLineTradeDelivery', [text('ram:BilledQuantity', net < 0n ? '-1' : '1', 'unitCode="C62"')]),
    el('ram:SpecifiedLineTradeSettlement', [
      el('ram:ApplicableTradeTax', [
        text('ram:TypeCode', 'VAT'),
        text('ram:CategoryCode', vat.category),
        optional('ram:RateApplicablePercent', rateOf(document)),
      ]),
      periodOf(period),
      el('ram:SpecifiedTradeSettlementLineMonetarySummation', [text('ram:LineTotalAmount', decimal(net, currency))]),
    ]),
  ]);
}

function agreementOf({ seller, buyer, mandate }: InvoiceDocument): string {
  return el('ram:ApplicableHeaderTradeAgreement', [
    partyOf('ram:SellerTradeParty', seller, seller.legalForm),
    partyOf('ram:BuyerTradeParty', buyer, null),
    mandate === null ? '' : el('ram:ContractReferencedDocument', [text('ram:IssuerAssignedID', mandate)]),
  ]);
}

function partyOf(element: string, party: InvoiceParty, description: string | null): string {
  const { name, siren, vatNumber, localTaxId, address, electronicAddress } = party;
  const scheme = hasSiren(address.country) ? 'schemeID="0002"' : '';
  const registration = (id: string | null, kind: string) =>
    id === null ? '' : el('ram:SpecifiedTaxRegistration', [text('ram:ID', id, `schemeID="${kind}"`)]);
  return el(element, [
    text('ram:Name', name),
    optional('ram:Description', description),
    siren === null ? '' : el('ram:SpecifiedLegalOrganization', [text('ram:ID', siren, scheme)]),
    el('ram:PostalTradeAddress', [
      optional('ram:PostcodeCode', address.postCode),
      optional('ram:LineOne', address.street),
      text('ram:CityName', address.town),
      text('ram:CountryID', address.country),
    ]),
    electronicAddress === null
      ? ''
      : el('ram:URIUniversalCommunication', [
          text('ram:URIID', electronicAddress.id, `schemeID="${xmlText(electronicAddress.scheme)}"`),
        ]),
    registration(vatNumber, 'VA'),
    registration(localTaxId, 'FC'),
  ]);
}

/** The service is done when its period ends. Intra-community supplies must say where to (BR-IC-12). */
function deliveryOf({ vat, buyer, period }: InvoiceDocument): string {
  const to = el('ram:PostalTradeAddress', [text('ram:CountryID', buyer.address.country)]);
  return el('ram:ApplicableHeaderTradeDelivery', [
    vat.category === 'K' ? el('ram:ShipToTradeParty', [to]) : '',
    period === null ? '' : el('ram:ActualDeliverySupplyChainEvent', [el('ram:OccurrenceDateTime', [day(period.to)])]),
  ]);
}

function settlementOf(document: InvoiceDocument): string {
  const { number, currency, vatInBooks, dueOn, period, preceding } = document;
  return el('ram:ApplicableHeaderTradeSettlement', [
    text('ram:PaymentReference', number),
    optional('ram:TaxCurrencyCode', vatInBooks?.currency ?? null),
    text('ram:InvoiceCurrencyCode', currency),
    paymentOf(document),
    taxOf(document),
    periodOf(period),
    dueOn === null ? '' : el('ram:SpecifiedTradePaymentTerms', [el('ram:DueDateDateTime', [day(dueOn)])]),
    totalsOf(document),
    ...preceding.map((one) =>
      el('ram:InvoiceReferencedDocument', [
        text('ram:IssuerAssignedID', one.number),
        el('ram:FormattedIssueDateTime', [text('qdt:DateTimeString', compact(one.issuedOn), 'format="102"')]),
      ]),
    ),
  ]);
}

function paymentOf({ payment, currency }: InvoiceDocument): string {
  const iban = payment?.iban ?? null;
  if (payment === null || iban === null) return '';
  // UNTDID 4461: a transfer of the SEPA, else any other to an account.
  const means = currency === 'EUR' && isSepaIban(iban) ? '58' : '30';
  return el('ram:SpecifiedTradeSettlementPaymentMeans', [
    text('ram:TypeCode', means),
    el('ram:PayeePartyCreditorFinancialAccount', [text('ram:IBANID', iban), optional('ram:AccountName', payment.accountName)]),
  ]);
}

function taxOf(document: InvoiceDocument): string {
  const { vat, currency } = document;
  const { net, vat: due } = invoiceTotals(document);
  return el('ram:ApplicableTradeTax', [
    text('ram:CalculatedAmount', decimal(due, currency)),
    text('ram:TypeCode', 'VAT'),
    optional('ram:ExemptionReason', vat.exemption?.text ?? null),
    text('ram:BasisAmount', decimal(net, currency)),
    text('ram:CategoryCode', vat.category),
    optional('ram:ExemptionReasonCode', vat.exemption?.code ?? null),
    optional('ram:DueDateTypeCode', vat.dueCode),
    optional('ram:RateApplicablePercent', rateOf(document)),
  ]);
}

function totalsOf(document: InvoiceDocument): string {
  const { currency, vatInBooks } = document;
  const { net, vat, gross } = invoiceTotals(document);
  const total = (amount: bigint, code: string) => text('ram:TaxTotalAmount', decimal(amount, code), `currencyID="${code}"`);
  return el('ram:SpecifiedTradeSettlementHeaderMonetarySummation', [
    text('ram:LineTotalAmount', decimal(net, currency)),
    text('ram:TaxBasisTotalAmount', decimal(net, currency)),
    total(vat, currency),
    vatInBooks === null ? '' : total(vatInBooks.amount, vatInBooks.currency),
    text('ram:GrandTotalAmount', decimal(gross, currency)),
    text('ram:DuePayableAmount', decimal(gross, currency)),
  ]);
}

/** Category O has no rate, not even zero (BR-O-05). */
function rateOf({ vat }: InvoiceDocument): string | null {
  if (vat.category === 'O') return null;
  const digits = String(vat.rate).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function periodOf(days: InvoiceDays | null): string {
  if (days === null) return '';
  return el('ram:BillingSpecifiedPeriod', [el('ram:StartDateTime', [day(days.from)]), el('ram:EndDateTime', [day(days.to)])]);
}

/** Minor units as the file writes them: a point, and as many decimals as the currency has, at most the two that EN 16931 allows. */
function decimal(amount: bigint, currency: string): string {
  const exponent = currencyExponent(currency);
  if (exponent === null) throw new RangeError(`unknown currency ${JSON.stringify(currency)}`);
  const digits = String(amount < 0n ? -amount : amount).padStart(exponent + 1, '0');
  const sign = amount < 0n ? '-' : '';
  const whole = digits.slice(0, digits.length - exponent);
  if (exponent === 0) return sign + whole;
  const decimals = digits.slice(-exponent);
  if (/[1-9]/.test(decimals.slice(2))) throw new RangeError(`more than two decimals: ${amount} ${currency}`);
  return `${sign}${whole}.${decimals.slice(0, 2)}`;
}

function day(date: LocalDate): string {
  return text('udt:DateTimeString', compact(date), 'format="102"');
}

function compact(date: LocalDate): string {
  return date.replaceAll('-', '');
}

function el(name: string, children: readonly string[]): string {
  return children.every((child) => child === '') ? `<${name}/>` : `<${name}>${nested(children)}</${name}>`;
}

/** Children on lines of their own; a text stays as it is, whatever lines it has. */
function nested(children: readonly string[]): string {
  return `\n${children.filter((child) => child !== '').join('\n')}\n`;
}

function text(name: string, value: string, attribute = ''): string {
  return `<${name}${attribute === '' ? '' : ` ${attribute}`}>${xmlText(value)}</${name}>`;
}

function optional(name: string, value: string | null): string {
  return value === null ? '' : text(name, value);
}
