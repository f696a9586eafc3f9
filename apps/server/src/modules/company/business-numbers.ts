import type { FieldFault } from '@cordee/contract/errors';
import type { Bilingual } from '@cordee/contract/language';
import { hasSiren, sirenInVatNumber, vatPrefixOf } from '@cordee/core/tax';
import { euVat, stdnum } from 'stdnum';

const fault = (path: string, rule: string, message: Bilingual, example?: string): FieldFault[] => [
  { path, rule, message, ...(example === undefined ? {} : { example }) },
];

/** What is wrong with a VAT number, of a business in that country where it is known; empty: it could exist. */
export function vatFaults(vatNumber: string, { country, siren }: { country: string | null; siren: string | null }): FieldFault[] {
  const prefix = vatNumber.slice(0, 2);
  if (country !== null && vatPrefixOf(country) !== prefix) {
    return fault('vatNumber', 'vat_country', {
      en: `A VAT number of this country begins with ${vatPrefixOf(country)}, not with ${prefix}. Outside of the European Union give the tax number of the country instead.`,
      fr: `Un numéro de TVA de ce pays commence par ${vatPrefixOf(country)}, non par ${prefix}. Hors de l’Union européenne, donnez plutôt le numéro fiscal du pays.`,
    });
  }
  if (!mayExist(prefix, vatNumber.slice(2))) {
    return fault(
      'vatNumber',
      'vat_number',
      {
        en: 'This VAT number cannot exist: a character is wrong or missing, or it is of no State of the European Union.',
        fr: 'Ce numéro de TVA ne peut pas exister : un caractère est faux ou manque, ou il n’est d’aucun État de l’Union européenne.',
      },
      'FR40303265045',
    );
  }
  const inside = sirenInVatNumber(vatNumber);
  if (inside !== null && siren !== null && inside !== siren) {
    return fault('vatNumber', 'vat_siren', {
      en: `This VAT number is that of the SIREN ${inside}, not of the one given.`,
      fr: `Ce numéro de TVA est celui du SIREN ${inside}, non de celui indiqué.`,
    });
  }
  return [];
}

/** Those of the list that are not in the VAT area of the Union, or have another prefix there. */
const OUTSIDE: ReadonlySet<string> = new Set(['AD', 'CH', 'GB', 'GR', 'MC']);

/** Greece has the prefix EL; Northern Ireland the form of British numbers. */
function mayExist(prefix: string, rest: string): boolean {
  if (prefix === 'XI') return passes('GB', 'vat', rest);
  if (OUTSIDE.has(prefix)) return false;
  return euVat[prefix === 'EL' ? 'GR' : prefix]?.some((validator) => validator.validate(rest).isValid) === true;
}

function passes(country: string, number: string, text: string): boolean {
  const validator = stdnum[country]?.[number];
  if (validator === undefined) throw new Error(`no check of ${country} ${number}`);
  return validator.validate(text).isValid;
}

/** What is wrong with a SIREN, of a business in that country where it is known. */
export function sirenFaults(siren: string, country: string | null): FieldFault[] {
  if (country !== null && !hasSiren(country)) {
    return fault('siren', 'siren_country', {
      en: 'Only businesses established in France have a SIREN: correct the country, or leave it out.',
      fr: 'Seules les entreprises établies en France ont un SIREN : corrigez le pays, ou laissez-le vide.',
    });
  }
  if (passes('FR', 'siren', siren)) return [];
  return fault('siren', 'siren', wrongDigit('SIREN'), '303265045');
}

/** What is wrong with a SIRET, by itself and beside the SIREN. */
export function siretFaults(siret: string, siren: string | null): FieldFault[] {
  if (!passes('FR', 'siret', siret)) return fault('siret', 'siret', wrongDigit('SIRET'), '30326504500003');
  if (siren === null || siret.startsWith(siren)) return [];
  return fault('siret', 'siret_siren', {
    en: 'The first nine digits of a SIRET are the SIREN: these two are of two businesses.',
    fr: 'Les neuf premiers chiffres d’un SIRET sont le SIREN : ces deux-là sont de deux entreprises.',
  });
}

function wrongDigit(name: string): Bilingual {
  return {
    en: `This ${name} cannot exist: a digit is wrong, or two are exchanged.`,
    fr: `Ce ${name} ne peut pas exister : un chiffre est faux, ou deux sont intervertis.`,
  };
}
