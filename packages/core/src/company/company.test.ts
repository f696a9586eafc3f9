import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftDate } from '../time/index.ts';
import { type CompanyIdentity, companyLacks, formText, partyDetails, placeRecords, recordKnownOn, recordOn } from './index.ts';

const identity: CompanyIdentity = {
  legalName: 'Alpes Équipement',
  tradeName: null,
  legalForm: 'SAS',
  capital: '50 000 €',
  register: 'RCS Annecy 303 265 045',
  siren: '303265045',
  siret: '30326504500003',
  vatNumber: 'FR40303265045',
  ape: '4791A',
  address: { street: '12 rue des Écoles', postCode: '74000', town: 'Annecy', country: 'FR' },
  contact: { name: 'Claire Martin', email: 'claire@example.com', phone: '04 50 00 00 00' },
  electronicAddress: null,
};

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-02-${String(number).padStart(2, '0')}`);
const records = fc
  .array(fc.record({ validFrom: day, writtenAt: fc.nat(1000) }), { maxLength: 12 })
  .map((all) => all.map((one, index) => ({ ...one, number: index + 1 })));

describe('the record of a day', () => {
  it('is the last that began by then, however they were written', () => {
    fc.assert(
      fc.property(records, day, (all, on) => {
        const found = recordOn(all, on);
        const begun = all.filter(({ validFrom }) => validFrom <= on);
        if (begun.length === 0) return;
        expect(found).not.toBeNull();
        expect(begun.every(({ validFrom }) => validFrom <= (found?.validFrom ?? ''))).toBe(true);
        const sameDay = begun.filter(({ validFrom }) => validFrom === found?.validFrom);
        expect(found?.number).toBe(Math.max(...sameDay.map(({ number }) => number)));
        expect(recordOn(all.toReversed(), on)).toBe(found);
      }),
    );
  });

  it('is there on every day once there is one, and before the first it is the first', () => {
    fc.assert(
      fc.property(records, day, (all, on) => {
        const found = recordOn(all, on);
        expect(found === null).toBe(all.length === 0);
        if (all.length === 0 || all.some(({ validFrom }) => validFrom <= on)) return;
        const first = all.map(({ validFrom }) => validFrom).sort()[0] ?? '';
        expect(found).toBe(recordOn(all, first));
      }),
    );
  });

  it('does not change for days before one that is added, as long as there was one for them', () => {
    fc.assert(
      fc.property(records, day, day, (all, on, later) => {
        const added = { validFrom: later, writtenAt: 1001, number: all.length + 1 };
        if (later <= on || !all.some(({ validFrom }) => validFrom <= on)) return;
        expect(recordOn([...all, added], on)).toBe(recordOn(all, on));
      }),
    );
  });

  it('has exactly one record in force, and days of no two records overlap', () => {
    fc.assert(
      fc.property(records, day, (all, on) => {
        const places = placeRecords(all, on);
        expect(places.size).toBe(all.length);
        const inForce = all.filter(({ number }) => places.get(number)?.state === 'holds');
        expect(inForce).toEqual(all.length === 0 ? [] : [recordOn(all, on)]);
        for (const record of all) {
          const place = places.get(record.number);
          if (place?.state === 'replaced' || place === undefined) continue;
          expect(recordOn(all, record.validFrom)).toBe(record);
          if (place.validTo !== null) {
            expect(recordOn(all, place.validTo)).toBe(record);
            expect(recordOn(all, shiftDate(place.validTo, 1))).not.toBe(record);
          }
        }
      }),
    );
  });

  it('as it was known at an instant is blind to what was written after', () => {
    fc.assert(
      fc.property(records, day, fc.nat(1000), (all, on, at) => {
        const known = all.filter(({ writtenAt }) => writtenAt <= at);
        expect(recordKnownOn(all, on, at)).toBe(known.length > 0 ? recordOn(known, on) : (all[0] ?? null));
      }),
    );
  });
});

describe('what documents lack', () => {
  it('is nothing of a whole identity', () => {
    expect(companyLacks(identity, 'invoices')).toEqual([]);
    expect(companyLacks(identity, 'fec')).toEqual([]);
    expect(companyLacks(identity, 'das2')).toEqual([]);
  });

  it('is named, datum by datum', () => {
    expect(companyLacks(null, 'fec')).toEqual(['legalName', 'siren']);
    expect(companyLacks({ ...identity, siren: null, siret: null }, 'fec')).toEqual(['siren']);
    expect(companyLacks({ ...identity, siren: null }, 'fec')).toEqual([]);
    expect(companyLacks({ ...identity, address: null }, 'invoices')).toEqual(['address']);
    const bare = { ...identity, siret: null, ape: null, contact: null, address: { town: 'Annecy', country: 'FR' } };
    expect(companyLacks(bare, 'das2')).toEqual(['siret', 'ape', 'street', 'postCode', 'contact']);
  });
});

describe('how it is printed', () => {
  it('says form, capital and register in one line', () => {
    expect(formText(identity)).toBe('SAS, capital 50 000 €, RCS Annecy 303 265 045');
    expect(formText({ ...identity, legalForm: null, capital: null, register: null })).toBeNull();
  });

  it('says who a party is, without what is not known', () => {
    expect(partyDetails(identity)).toBe(
      'SAS, capital 50 000 €, RCS Annecy 303 265 045, 12 rue des Écoles, 74000 Annecy, SIREN 303265045, FR40303265045',
    );
    expect(
      partyDetails({
        ...identity,
        legalForm: null,
        capital: null,
        register: null,
        siren: null,
        siret: null,
        vatNumber: null,
        address: null,
      }),
    ).toBe('');
  });
});
