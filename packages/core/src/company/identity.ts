export interface CompanyAddress {
  readonly street?: string | undefined;
  readonly postCode?: string | undefined;
  readonly town: string;
  readonly country: string;
}

export interface CompanyContact {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** Who a company is, as far as it said so. */
export interface CompanyIdentity {
  readonly legalName: string;
  /** What it is called by, where that is another name. */
  readonly tradeName: string | null;
  readonly legalForm: string | null;
  /** With its currency, as it is printed. */
  readonly capital: string | null;
  /** The register it stands in, with its number there. */
  readonly register: string | null;
  readonly siren: string | null;
  /** Of the head office. */
  readonly siret: string | null;
  readonly vatNumber: string | null;
  /** The French code of its activity. */
  readonly ape: string | null;
  readonly address: CompanyAddress | null;
  /** Whom authorities can ask. */
  readonly contact: CompanyContact | null;
  /** Where invoices reach it. */
  readonly electronicAddress: { readonly scheme: string; readonly id: string } | null;
}

/** What documents are made with it. */
export const companyPurposes = ['invoices', 'fec', 'das2'] as const;
export type CompanyPurpose = (typeof companyPurposes)[number];

export type CompanyDatum = 'legalName' | 'siren' | 'siret' | 'ape' | 'address' | 'street' | 'postCode' | 'contact';

/** What documents of that kind still lack of the company; all of it while nothing is known. */
export function companyLacks(identity: CompanyIdentity | null, purpose: CompanyPurpose): CompanyDatum[] {
  const lacks: CompanyDatum[] = identity === null ? ['legalName'] : [];
  const ask = (datum: CompanyDatum, isThere: boolean) => {
    if (!isThere) lacks.push(datum);
  };
  if (purpose === 'fec') ask('siren', identity !== null && sirenOf(identity) !== null);
  if (purpose === 'invoices') ask('address', (identity?.address ?? null) !== null);
  if (purpose === 'das2') {
    ask('siret', (identity?.siret ?? null) !== null);
    ask('ape', (identity?.ape ?? null) !== null);
    const address = identity?.address ?? null;
    ask('address', address !== null);
    ask('street', address === null || address.street !== undefined);
    ask('postCode', address === null || address.postCode !== undefined);
    ask('contact', (identity?.contact ?? null) !== null);
  }
  return lacks;
}

/** The SIREN, which is also the beginning of a SIRET. */
export function sirenOf({ siren, siret }: Pick<CompanyIdentity, 'siren' | 'siret'>): string | null {
  return siren ?? siret?.slice(0, 9) ?? null;
}

/** Legal form, capital and register in one line, as documents print them; null when nothing of it was said. */
export function formText({ legalForm, capital, register }: CompanyIdentity): string | null {
  const parts = [legalForm, capital === null ? null : `capital ${capital}`, register].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

/** What follows the name of a party in an agreement: its form, where it is, and what it is registered under. */
export function partyDetails(identity: CompanyIdentity): string {
  const { address, vatNumber } = identity;
  const siren = sirenOf(identity);
  const place = [address?.postCode, address?.town].filter((part) => part !== undefined).join(' ');
  return [formText(identity), address?.street, place, siren === null ? null : `SIREN ${siren}`, vatNumber]
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join(', ');
}
