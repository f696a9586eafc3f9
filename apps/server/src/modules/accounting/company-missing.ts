import type { FieldFault } from '@cordee/contract/errors';
import type { Bilingual } from '@cordee/contract/language';
import type { CompanyDatum } from '@cordee/core/company';
import { Refusal } from '../../platform/refusal.ts';

const words: Readonly<Record<CompanyDatum | 'paysSalaries', Bilingual>> = {
  legalName: { en: 'Who the company is was not entered yet.', fr: 'Qui est l’entreprise n’a pas encore été saisi.' },
  siren: { en: 'Its SIREN is missing.', fr: 'Son SIREN manque.' },
  siret: { en: 'The SIRET of its head office is missing.', fr: 'Le SIRET de son siège manque.' },
  ape: { en: 'Its APE code is missing.', fr: 'Son code APE manque.' },
  address: { en: 'Its address is missing.', fr: 'Son adresse manque.' },
  street: { en: 'Its street is missing.', fr: 'Sa rue manque.' },
  postCode: { en: 'Its post code is missing.', fr: 'Son code postal manque.' },
  contact: { en: 'Whom the tax office can ask is missing.', fr: 'Le contact pour l’administration manque.' },
  paysSalaries: {
    en: 'It is not said yet whether the company pays salaries.',
    fr: 'Il n’est pas encore dit si l’entreprise verse des salaires.',
  },
};

/** `books_company_missing`, by what is missing. */
export function companyIsMissing(data: readonly (CompanyDatum | 'paysSalaries')[]): Refusal {
  const faults = data.map((datum): FieldFault => ({ path: datum, rule: 'required', message: words[datum] }));
  return new Refusal('books_company_missing', faults);
}
