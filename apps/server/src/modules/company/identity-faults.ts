import type { FieldFault } from '@cordee/contract/errors';
import type { CompanyIdentity } from '@cordee/core/company';
import { sirenOf } from '@cordee/core/company';
import { hasSiren } from '@cordee/core/tax';
import { sirenFaults, siretFaults, vatFaults } from './business-numbers.ts';

/** Everything that is wrong with an identity, in a workspace of that country; by the paths of the identity. */
export function identityFaults(identity: CompanyIdentity, country: string): FieldFault[] {
  const { siren, siret, vatNumber, ape, address } = identity;
  return [
    ...(address === null ? [] : countryFaults(address.country, country)),
    ...(siren === null ? [] : sirenFaults(siren, country)),
    ...(siret === null ? [] : siretOnly(siret, siren, country)),
    ...(vatNumber === null ? [] : vatFaults(vatNumber, { country, siren: sirenOf(identity) })),
    ...(ape === null || hasSiren(country) ? [] : [apeAbroad]),
  ];
}

function siretOnly(siret: string, siren: string | null, country: string): FieldFault[] {
  const abroad = sirenFaults(siret.slice(0, 9), country).filter(({ rule }) => rule === 'siren_country');
  return abroad.length > 0 ? abroad.map((fault) => ({ ...fault, path: 'siret' })) : siretFaults(siret, siren);
}

/** Taxes and rules follow the country of the workspace, once and for all: documents of another one would be wrong. */
function countryFaults(given: string, own: string): FieldFault[] {
  if (given === own || (hasSiren(given) && hasSiren(own))) return [];
  return [
    {
      path: 'address.country',
      rule: 'company_country',
      message: {
        en: `The taxes and rules of this workspace are those of ${own}. A company established elsewhere has a workspace of its own.`,
        fr: `Les impôts et les règles de cet espace sont ceux du pays ${own}. Une entreprise établie ailleurs a son propre espace.`,
      },
      example: own,
    },
  ];
}

const apeAbroad: FieldFault = {
  path: 'ape',
  rule: 'ape_country',
  message: {
    en: 'Only businesses established in France have an APE code: leave it out.',
    fr: 'Seules les entreprises établies en France ont un code APE : laissez-le vide.',
  },
};
