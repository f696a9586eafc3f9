import { enterTaxDetails } from '@cordee/contract/tax-details';
import { describe, expect, it } from 'vitest';
import { vatFaults } from '../company/index.ts';
import { numberFaults } from './numbers.ts';

const TODAY = '2026-11-23';
const rulesOf = (input: object) => {
  const parsed = enterTaxDetails.parse({ validFrom: '2026-01-01', ...input });
  return numberFaults(parsed, TODAY).map(({ path, rule }) => `${path}: ${rule}`);
};

describe('numbers', () => {
  it.each([
    { country: 'FR', kind: 'business', siren: '303 265 045', vatNumber: 'fr 40 303 265 045', siret: '30326504500003' },
    { country: 'RE', siren: '303265045', vatNumber: 'FR40303265045' },
    { country: 'FR', siret: '35600000049837' },
    { country: 'MC', vatNumber: 'FR53000004605' },
    { country: 'GR', vatNumber: 'EL094259216' },
    { country: 'GB', vatNumber: 'XI980780684' },
    { country: 'BE', vatNumber: 'BE0428759497' },
    { country: 'DE', vatNumber: 'DE136695976' },
    { kind: 'private_person', birthDate: '1984-05-17' },
    { country: 'US', localTaxId: '12-3456789' },
    {},
  ])('are accepted: %o', (input) => expect(rulesOf(input)).toEqual([]));

  it.each<[object, string[]]>([
    [{ country: 'FR', siren: '303265046' }, ['siren: siren']],
    [{ country: 'DE', siren: '303265045' }, ['siren: siren_country']],
    [{ country: 'MC', siren: '303265045' }, ['siren: siren_country']],
    [{ siret: '30326504500004' }, ['siret: siret']],
    [{ siren: '732829320', siret: '30326504500003' }, ['siret: siret_siren']],
    [{ country: 'FR', vatNumber: 'FR41303265045' }, ['vatNumber: vat_number']],
    [{ country: 'FR', vatNumber: 'DE136695976' }, ['vatNumber: vat_country']],
    [{ country: 'GR', vatNumber: 'GR094259216' }, ['vatNumber: vat_country']],
    [{ vatNumber: 'GR094259216' }, ['vatNumber: vat_number']],
    [{ country: 'US', vatNumber: 'DE136695976' }, ['vatNumber: vat_country']],
    [{ country: 'GB', vatNumber: 'GB980780684' }, ['vatNumber: vat_country']],
    [{ vatNumber: 'CHE107787577' }, ['vatNumber: vat_number']],
    [{ country: 'FR', siren: '732829320', vatNumber: 'FR40303265045' }, ['vatNumber: vat_siren']],
    [{ kind: 'business', birthDate: '1984-05-17' }, ['birthDate: birth_date_kind']],
    [{ kind: 'private_person', birthDate: '2026-11-23' }, ['birthDate: birth_date']],
    [{ kind: 'private_person', siren: '303265045' }, ['kind: kind_numbers']],
  ])('are refused: %o', (input, expected) => expect(rulesOf(input)).toEqual(expected));

  it('with one digit of a VAT number changed are refused', () => {
    const number = 'FR40303265045';
    for (let at = 4; at < number.length; at += 1) {
      const changed = number.slice(0, at) + ((Number(number[at]) + 1) % 10) + number.slice(at + 1);
      expect(vatFaults(changed, { country: null, siren: null }), changed).toHaveLength(1);
    }
  });
});
