import type { Details } from './tax.queries.ts';

/** The form as it begins: what is known, from today on. */
export function valuesOf(known: Details | null, today: string) {
  return {
    validFrom: today,
    kind: known?.kind ?? null,
    country: known?.country ?? null,
    legalName: known?.legalName ?? '',
    legalForm: known?.legalForm ?? '',
    street: known?.address?.street ?? '',
    postCode: known?.address?.postCode ?? '',
    town: known?.address?.town ?? '',
    siren: known?.siren ?? '',
    siret: known?.siret ?? '',
    vatStatus: known?.vatStatus ?? null,
    vatNumber: known?.vatNumber ?? '',
    localTaxId: known?.localTaxId ?? '',
    birthDate: known?.birthDate ?? '',
  };
}
export type DetailsValues = ReturnType<typeof valuesOf>;

/** What is sent: empty is unknown, and what the form does not ask of this kind is left out. */
export function bodyOf(values: DetailsValues) {
  const { validFrom, kind, country, legalName, street, postCode, town, vatStatus } = values;
  const isPerson = kind === 'private_person' || kind === 'employee_of_third_party';
  const hasAddress = [street, postCode, town].some((line) => line.trim() !== '');
  const address = {
    ...(street.trim() === '' ? {} : { street }),
    ...(postCode.trim() === '' ? {} : { postCode }),
    town,
  };
  const ofBusiness = (text: string) => (isPerson ? null : orNull(text));
  return {
    validFrom,
    kind,
    country: country === '' ? null : country,
    legalName: orNull(legalName),
    legalForm: ofBusiness(values.legalForm),
    address: hasAddress ? address : null,
    siren: ofBusiness(values.siren),
    siret: ofBusiness(values.siret),
    vatStatus: isPerson ? null : vatStatus,
    vatNumber: ofBusiness(values.vatNumber),
    localTaxId: ofBusiness(values.localTaxId),
    birthDate: isPerson ? orNull(values.birthDate) : null,
  };
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}
