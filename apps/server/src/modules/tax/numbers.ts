import type { FieldFault } from '@cordee/contract/errors';
import type { Bilingual } from '@cordee/contract/language';
import type { EnterTaxDetails } from '@cordee/contract/tax-details';
import type { LocalDate } from '@cordee/core/time';
import { sirenFaults, siretFaults, vatFaults } from '../company/index.ts';

const fault = (path: string, rule: string, message: Bilingual, example?: string): FieldFault[] => [
  { path, rule, message, ...(example === undefined ? {} : { example }) },
];

/** Everything that is wrong with the numbers of these details, by themselves and with one another. */
export function numberFaults(details: EnterTaxDetails, today: LocalDate): FieldFault[] {
  return [
    ...(details.siren === null ? [] : sirenFaults(details.siren, details.country)),
    ...(details.siret === null ? [] : siretFaults(details.siret, details.siren)),
    ...(details.vatNumber === null ? [] : vatFaults(details.vatNumber, details)),
    ...personFaults(details, today),
  ];
}

function personFaults({ kind, birthDate, siren, vatNumber, siret }: EnterTaxDetails, today: LocalDate): FieldFault[] {
  const isBusiness = kind === 'business' || kind === 'association';
  if (birthDate !== null && isBusiness) {
    return fault('birthDate', 'birth_date_kind', {
      en: 'The date of birth is kept of private persons only: leave it out.',
      fr: 'La date de naissance n’est gardée que pour les particuliers : laissez-la vide.',
    });
  }
  if (birthDate !== null && (birthDate >= today || birthDate < '1900-01-01')) {
    return fault(
      'birthDate',
      'birth_date',
      { en: 'Nobody was born that day.', fr: 'Personne n’est né ce jour-là.' },
      '1984-05-17',
    );
  }
  if (kind === 'private_person' && (siren !== null || siret !== null || vatNumber !== null)) {
    return fault('kind', 'kind_numbers', {
      en: 'Whoever has a SIREN or a VAT number is a business, not a private person.',
      fr: 'Qui a un SIREN ou un numéro de TVA est une entreprise, non un particulier.',
    });
  }
  return [];
}
