import type { Random } from '../random.ts';

interface Country {
  readonly code: string;
  readonly weight: number;
  readonly currency: 'EUR' | 'USD' | 'GBP' | 'CHF';
  readonly givenNames: readonly string[];
  readonly familyNames: readonly string[];
}

/** Where customers come from, what they pay in and how they are called. */
export const countries: readonly Country[] = [
  {
    code: 'FR',
    weight: 46,
    currency: 'EUR',
    givenNames: [
      'Camille',
      'Léa',
      'Hugo',
      'Inès',
      'Mathis',
      'Élodie',
      'Théo',
      'Aurélie',
      'Maël',
      'Sandrine',
      'Yanis',
      'Clémence',
    ],
    familyNames: [
      'Morel',
      'Garnier',
      'Lefèvre',
      'Perrin',
      'Chevalier',
      'Masson',
      'Delattre',
      'Bonnet',
      'Roche',
      'Vasseur',
      'Guérin',
    ],
  },
  {
    code: 'DE',
    weight: 12,
    currency: 'EUR',
    givenNames: ['Anke', 'Jörg', 'Lena', 'Matthias', 'Svenja', 'Uwe', 'Franziska', 'Tobias'],
    familyNames: ['Krämer', 'Hofmann', 'Böhm', 'Vogt', 'Schäfer', 'Lindner', 'Pohl'],
  },
  {
    code: 'CH',
    weight: 9,
    currency: 'CHF',
    givenNames: ['Noémie', 'Reto', 'Corinne', 'Beat', 'Sabrina', 'Urs'],
    familyNames: ['Favre', 'Zurbriggen', 'Rochat', 'Aeschlimann', 'Monnier'],
  },
  {
    code: 'GB',
    weight: 8,
    currency: 'GBP',
    givenNames: ['Harriet', 'Callum', 'Imogen', 'Rhys', 'Fiona', 'Alfie'],
    familyNames: ['Thornbury', 'Ashworth', 'MacBride', 'Penrose', 'Hallam'],
  },
  {
    code: 'US',
    weight: 8,
    currency: 'USD',
    givenNames: ['Dana', 'Marcus', 'Shelby', 'Ethan', 'Priya', 'Wyatt'],
    familyNames: ['Calloway', 'Ortiz', 'Brennan', 'Hargrove', 'Nakamura'],
  },
  {
    code: 'BE',
    weight: 6,
    currency: 'EUR',
    givenNames: ['Maxime', 'Liesbeth', 'Wout', 'Charlotte'],
    familyNames: ['Peeters', 'Lambrecht', 'Dubois', 'Claes'],
  },
  {
    code: 'ES',
    weight: 4,
    currency: 'EUR',
    givenNames: ['Nerea', 'Álvaro', 'Itziar', 'Joaquín'],
    familyNames: ['Iturralde', 'Muñoz', 'Sarriá', 'Valdés'],
  },
  {
    code: 'IT',
    weight: 4,
    currency: 'EUR',
    givenNames: ['Giada', 'Lorenzo', 'Elisa', 'Nicolò'],
    familyNames: ['Ferraris', 'Zanon', 'Bellini', 'Costa'],
  },
  {
    code: 'CA',
    weight: 2,
    currency: 'USD',
    givenNames: ['Maude', 'Étienne', 'Jasmine'],
    familyNames: ['Tremblay', 'Gagnon', 'Bouchard'],
  },
  {
    code: 'MA',
    weight: 1,
    currency: 'EUR',
    givenNames: ['Salma', 'Youssef'],
    familyNames: ['Bennani', 'Alaoui'],
  },
];

export interface Person {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly country: string;
  readonly currency: Country['currency'];
}

export function makePerson(random: Random, number: number): Person {
  const country = random.weighted(countries, ({ weight }) => weight);
  const givenName = random.pick(country.givenNames);
  const familyName = random.pick(country.familyNames);
  const email = `${plain(givenName)}.${plain(familyName)}.${number}@example.org`;
  return { givenName, familyName, email, country: country.code, currency: country.currency };
}

function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
