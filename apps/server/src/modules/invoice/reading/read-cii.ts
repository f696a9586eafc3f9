import type { InvoiceFault, InvoiceParty, InvoiceProfile, StatedInvoice } from '@cordee/core/invoice';
import { currencyExponent } from '@cordee/core/money';
import { isLocalDate, type LocalDate } from '@cordee/core/time';
import { attributeOf, type Element, elementsAt, readXml, textAt, textOf } from '../../../platform/xml/index.ts';
import { readAmounts, type Reader } from './read-amounts.ts';

const NAMESPACE = 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100';

export interface ReadInvoice {
  readonly invoice: StatedInvoice;
  /** What could not be read, in its place; the invoice holds nothing, or nought, there. */
  readonly faults: readonly InvoiceFault[];
}

/**
 * What an invoice in UN/CEFACT CII says (Factur-X and ZUGFeRD of any profile, XRechnung): tolerant of what it tells more or less, strict in
 * every figure. Null when it is none, or not whole. Nothing is believed: `statedFaults` checks what was read.
 */
export function readCii(xml: string): ReadInvoice | null {
  if (!xml.includes(NAMESPACE)) return null;
  const [root] = elementsAt(readXml(xml) ?? {}, 'CrossIndustryInvoice');
  const [document] = elementsAt(root ?? {}, 'ExchangedDocument');
  const [transaction] = elementsAt(root ?? {}, 'SupplyChainTradeTransaction');
  if (root === undefined || document === undefined || transaction === undefined) return null;
  const [agreement = {}] = elementsAt(transaction, 'ApplicableHeaderTradeAgreement');
  const [settlement = {}] = elementsAt(transaction, 'ApplicableHeaderTradeSettlement');
  const reader = makeReader(textAt(settlement, 'InvoiceCurrencyCode') ?? '');
  const guideline = textAt(root, 'ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID');
  const account = elementsAt(settlement, 'SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount').find(
    (one) => textAt(one, 'IBANID') !== null,
  );
  const invoice: StatedInvoice = {
    profile: profileOf(guideline ?? ''),
    type: textAt(document, 'TypeCode') ?? '',
    number: textAt(document, 'ID') ?? '',
    issuedOn: reader.day(document, 'IssueDateTime/DateTimeString', 'issuedOn') ?? '',
    dueOn: reader.day(settlement, 'SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString', 'dueOn'),
    currency: reader.currency,
    period: reader.period(settlement, 'period'),
    seller: partyOf(agreement, 'SellerTradeParty'),
    buyer: partyOf(agreement, 'BuyerTradeParty'),
    mandate: textAt(agreement, 'ContractReferencedDocument/IssuerAssignedID'),
    notes: elementsAt(document, 'IncludedNote').map((note) => ({
      code: textAt(note, 'SubjectCode') ?? '',
      text: textAt(note, 'Content') ?? '',
    })),
    ...readAmounts(transaction, settlement, reader),
    preceding: elementsAt(settlement, 'InvoiceReferencedDocument').map((one, index) => ({
      number: textAt(one, 'IssuerAssignedID') ?? '',
      issuedOn: reader.day(one, 'FormattedIssueDateTime/DateTimeString', `preceding[${index}].issuedOn`),
    })),
    payment:
      account === undefined
        ? null
        : { iban: textAt(account, 'IBANID')?.replaceAll(' ', '') ?? null, accountName: textAt(account, 'AccountName') },
  };
  return { invoice, faults: reader.faults };
}

const PROFILES: readonly (readonly [RegExp, InvoiceProfile])[] = [
  [/minimum$/i, 'minimum'],
  [/basic-?wl$/i, 'basic_wl'],
  [/basic$/i, 'basic'],
  [/extended/i, 'extended'],
  [/^urn:cen\.eu:en16931:2017(?:$|#compliant#urn:xeinkauf|#compliant#urn:xoev-de)/i, 'en16931'],
];

function profileOf(guideline: string): InvoiceProfile {
  return PROFILES.find(([pattern]) => pattern.test(guideline))?.[1] ?? 'other';
}

function partyOf(agreement: Element, side: 'SellerTradeParty' | 'BuyerTradeParty'): InvoiceParty {
  const [party = {}] = elementsAt(agreement, side);
  const [address = {}] = elementsAt(party, 'PostalTradeAddress');
  const [electronic] = elementsAt(party, 'URIUniversalCommunication/URIID');
  const registrations = elementsAt(party, 'SpecifiedTaxRegistration/ID');
  const registered = (scheme: string) => {
    const found = registrations.find((one) => attributeOf(one, 'schemeID') === scheme);
    return found === undefined ? null : textOf(found);
  };
  return {
    name: textAt(party, 'Name') ?? '',
    legalForm: textAt(party, 'Description'),
    siren: textAt(party, 'SpecifiedLegalOrganization/ID'),
    vatNumber: registered('VA')?.replaceAll(' ', '') ?? null,
    localTaxId: registered('FC'),
    address: {
      street: textAt(address, 'LineOne'),
      postCode: textAt(address, 'PostcodeCode'),
      town: textAt(address, 'CityName') ?? '',
      country: textAt(address, 'CountryID') ?? '',
    },
    electronicAddress:
      electronic === undefined ? null : { scheme: attributeOf(electronic, 'schemeID') ?? '', id: textOf(electronic) },
  };
}

/** Amounts as CII writes them: no blanks, no groups, a point. */
const AMOUNT = /^(-?)(\d{1,18})(?:\.(\d{1,12}))?$/;

function makeReader(currency: string): Reader {
  const faults: InvoiceFault[] = [];
  const unreadable = (path: string, about: string) => faults.push({ path, code: 'unreadable', about: about.slice(0, 60) });
  const amountIn = (text: string, path: string, exponent: number): bigint => {
    const [, sign, whole = '', decimals = ''] = AMOUNT.exec(text) ?? [];
    if (sign === undefined || /[1-9]/.test(decimals.slice(exponent))) {
      unreadable(path, text);
      return 0n;
    }
    const amount = BigInt(whole + decimals.slice(0, exponent).padEnd(exponent, '0'));
    return sign === '-' ? -amount : amount;
  };
  const amountOf = (element: Element, path: string, code = currency) =>
    amountIn(textOf(element), path, currencyExponent(code) ?? 2);
  const amount = (from: Element, at: string, path: string): bigint | null => {
    const [element] = elementsAt(from, at);
    return element === undefined ? null : amountOf(element, path);
  };
  const day = (from: Element, at: string, path: string): LocalDate | null => {
    const text = textAt(from, at);
    if (text === null) return null;
    const date = text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
    if (isLocalDate(date)) return date;
    unreadable(path, text);
    return null;
  };
  return {
    currency,
    faults,
    day,
    amountOf,
    amount,
    needed(from, at, path) {
      const found = amount(from, at, path);
      if (found === null) unreadable(path, at.split('/').at(-1) ?? at);
      return found ?? 0n;
    },
    rate(from, path) {
      const text = textAt(from, 'RateApplicablePercent');
      return text === null ? null : Number(amountIn(text, path, 2));
    },
    period(from, path) {
      const start = day(from, 'BillingSpecifiedPeriod/StartDateTime/DateTimeString', path);
      const end = day(from, 'BillingSpecifiedPeriod/EndDateTime/DateTimeString', path);
      // Either may stand alone: it is then a day.
      return start === null && end === null ? null : { from: start ?? end ?? '', to: end ?? start ?? '' };
    },
  };
}
