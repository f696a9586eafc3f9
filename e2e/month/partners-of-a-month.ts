/** Two hundred partners of a company in France, in twelve countries, of every tax case. */

const FRENCH = {
  kind: 'business',
  country: 'FR',
  siren: '303265045',
  siret: '30326504500003',
  vatStatus: 'liable',
  vatNumber: 'FR40303265045',
};

/** VAT numbers whose check digits fit: no office was asked about them. */
const UNION = [
  ['DE', 'DE136695976'],
  ['BE', 'BE0428759497'],
  ['NL', 'NL004495445B01'],
  ['AT', 'ATU13585627'],
  ['IT', 'IT00743110157'],
  ['PT', 'PT501964843'],
  ['LU', 'LU15027442'],
] as const;
const ELSEWHERE = ['US', 'CH', 'GB'] as const;

export type TaxCase = 'liable' | 'small' | 'overseas' | 'union' | 'union_small' | 'elsewhere' | 'person' | 'employee' | 'unknown';

/** What a case becomes: a document, a statement that is enough, or something that keeps the document back. */
export const outcomes: Readonly<Record<TaxCase, 'invoice' | 'receipt' | 'kept_back'>> = {
  liable: 'invoice',
  small: 'invoice',
  overseas: 'invoice',
  union: 'invoice',
  union_small: 'kept_back',
  elsewhere: 'invoice',
  person: 'receipt',
  employee: 'kept_back',
  unknown: 'kept_back',
};

const CASES: readonly TaxCase[] = [
  'liable',
  'small',
  'union',
  'elsewhere',
  'union',
  'liable',
  'person',
  'overseas',
  'union_small',
  'employee',
  'unknown',
  'union',
];

export interface MonthPartner {
  readonly index: number;
  readonly name: string;
  readonly taxCase: TaxCase;
  /** What is entered for its taxes; null: nothing is known. */
  readonly details: object | null;
  readonly iban: string;
}

export function partnersOfAMonth(count: number): MonthPartner[] {
  return Array.from({ length: count }, (_, index) => {
    const taxCase = CASES[index % CASES.length] ?? 'liable';
    const name = `Partenaire ${String(index + 1).padStart(3, '0')}`;
    return { index, name, taxCase, details: detailsOf(taxCase, index, name), iban: germanIban(index) };
  });
}

function detailsOf(taxCase: TaxCase, index: number, name: string): object | null {
  const common = {
    validFrom: '2026-01-01',
    legalName: name,
    address: { street: `${index + 1} Grand-Rue`, postCode: '69003', town: 'Lyon' },
  };
  const [country, vatNumber] = UNION[index % UNION.length] ?? UNION[0];
  const cases: Readonly<Record<TaxCase, object | null>> = {
    liable: FRENCH,
    small: { ...FRENCH, vatStatus: 'exempt', vatNumber: null },
    overseas: { ...FRENCH, country: 'RE' },
    union: { kind: 'business', country, vatStatus: 'liable', vatNumber },
    union_small: { kind: 'business', country, vatStatus: 'exempt' },
    elsewhere: { kind: 'business', country: ELSEWHERE[index % ELSEWHERE.length], localTaxId: `TIN-${index}` },
    person: { kind: 'private_person', country: 'FR', birthDate: '1984-05-17' },
    employee: { kind: 'employee_of_third_party', country: 'FR' },
    unknown: null,
  };
  const own = cases[taxCase];
  return own === null ? null : { ...common, ...own };
}

/** A German account of its own, with the check digits that fit (ISO 13616). */
export function germanIban(index: number): string {
  const account = `37040044${String(index).padStart(10, '0')}`;
  const check = 98n - (BigInt(`${account}131400`) % 97n);
  return `DE${String(check).padStart(2, '0')}${account}`;
}
