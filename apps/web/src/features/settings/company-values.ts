import type { Company } from './ask-company.ts';

/** The French directory of electronic invoices. */
const DIRECTORY = '0225';

/** Who the company is, as the fields of a form hold it; a change begins with what holds. */
export function companyValues({ record, country }: Company, today: string) {
  const known = record?.identity;
  return {
    validFrom: today,
    reason: '',
    legalName: known?.legalName ?? '',
    tradeName: known?.tradeName ?? '',
    legalForm: known?.legalForm ?? '',
    capital: known?.capital ?? '',
    register: known?.register ?? '',
    siren: known?.siren ?? '',
    siret: known?.siret ?? '',
    vatNumber: known?.vatNumber ?? '',
    ape: known?.ape ?? '',
    street: known?.address?.street ?? '',
    postCode: known?.address?.postCode ?? '',
    town: known?.address?.town ?? '',
    country: (known?.address?.country ?? country) as string | null,
    contactName: known?.contact?.name ?? '',
    contactEmail: known?.contact?.email ?? '',
    contactPhone: known?.contact?.phone ?? '',
    scheme: known?.electronicAddress?.scheme ?? DIRECTORY,
    electronicAddress: known?.electronicAddress?.id ?? '',
  };
}

export type CompanyValues = ReturnType<typeof companyValues>;

/** What the fields say, as the server takes it. */
export function companyBody(values: CompanyValues) {
  const orNull = (text: string) => (text.trim() === '' ? null : text);
  const given = (text: string) => (text.trim() === '' ? undefined : text);
  const { street, postCode, town, country, contactName, contactEmail, contactPhone, scheme, electronicAddress } = values;
  const hasAddress = [street, postCode, town].some((text) => text.trim() !== '');
  const hasContact = [contactName, contactEmail, contactPhone].some((text) => text.trim() !== '');
  return {
    validFrom: given(values.validFrom),
    reason: orNull(values.reason),
    identity: {
      legalName: values.legalName,
      tradeName: orNull(values.tradeName),
      legalForm: orNull(values.legalForm),
      capital: orNull(values.capital),
      register: orNull(values.register),
      siren: orNull(values.siren),
      siret: orNull(values.siret),
      vatNumber: orNull(values.vatNumber),
      ape: orNull(values.ape),
      address: hasAddress ? { street: given(street), postCode: given(postCode), town, country: country ?? '' } : null,
      contact: hasContact ? { name: contactName, email: contactEmail, phone: contactPhone } : null,
      electronicAddress: electronicAddress.trim() === '' ? null : { scheme, id: electronicAddress },
    },
  };
}

const contactFields: Readonly<Record<string, string>> = { name: 'contactName', email: 'contactEmail', phone: 'contactPhone' };

/** The field of the form that a fault of the server belongs to. */
export function companyField(path: string): string {
  if (path === 'identity') return 'validFrom';
  const own = path.replace(/^identity\./, '');
  if (own === 'address') return 'town';
  if (own.startsWith('address.')) return own.slice('address.'.length);
  if (own.startsWith('contact')) return contactFields[own.slice('contact.'.length)] ?? 'contactName';
  return own.startsWith('electronicAddress') ? 'electronicAddress' : own;
}
