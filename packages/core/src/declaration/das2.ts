import { plainText } from '../accounting/index.ts';
import { roundRatio } from '../money/index.ts';
import { hasSiren, type TaxKind } from '../tax/index.ts';
import { cogOf } from './das2-data.ts';
import { streetBlock } from './street-block.ts';

/** Columns of what was paid, in the order of the file. */
export const das2AmountColumns = [
  'fees',
  'commissions',
  'brokerage',
  'rebates',
  'attendance',
  'authors',
  'inventors',
  'other',
  'allowances',
  'benefits',
  'withholding',
] as const;
export type Das2Column = (typeof das2AmountColumns)[number];

interface Address {
  readonly street?: string | undefined;
  readonly postCode?: string | undefined;
  readonly town: string;
}

export interface Das2Declarant {
  readonly name: string;
  readonly siret: string;
  readonly ape: string;
  readonly address: Address;
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string };
  readonly paysSalaries: boolean;
  readonly das2Column: Das2Column;
}

/** Somebody who was paid, as far as is known. */
export interface Das2Beneficiary {
  readonly name: string;
  readonly kind: TaxKind | null;
  readonly country: string | null;
  readonly siret: string | null;
  readonly address: Address | null;
  /** What was paid in the year, VAT included, in cents. */
  readonly paid: bigint;
}

export type Das2Missing = 'kind' | 'country' | 'country_code' | 'siret' | 'street' | 'post_code' | 'town';

/** What somebody who is declared still lacks; empty when the file can name them. */
export function das2Missing({ kind, country, siret, address }: Das2Beneficiary): Das2Missing[] {
  const missing: Das2Missing[] = [];
  if (kind === null) missing.push('kind');
  if (country === null) missing.push('country');
  else if (!hasSiren(country) && cogOf(country) === null) missing.push('country_code');
  const isFrench = country !== null && hasSiren(country);
  if (isFrench && siret === null && kind !== null && !isPerson(kind)) missing.push('siret');
  if (address === null) return [...missing, 'street', ...(isFrench ? (['post_code'] as const) : []), 'town'];
  if ((address.street ?? '') === '') missing.push('street');
  if (isFrench && !/^\d{5}$/.test((address.postCode ?? '').replaceAll(/\s/g, ''))) missing.push('post_code');
  return missing;
}

/** What was paid in whole euros, as it is declared. */
export function das2Amount(paid: bigint): bigint {
  return roundRatio(paid, 100n);
}

/** The clear file: 672 characters a line, to be encoded in ISO 8859-1. Everybody in it must lack nothing. */
export function das2File(year: number, declarant: Das2Declarant, beneficiaries: readonly Das2Beneficiary[]): string {
  const siren = declarant.siret.slice(0, 9);
  const key = `${declarant.siret}01${year}${declarant.paysSalaries ? '4' : '1'}`;
  const own = addressBlock({ ...declarant.address, country: 'FR' });
  const sum = beneficiaries.reduce((total, { paid }) => total + das2Amount(paid), 0n);
  const amounts = (amount: bigint, width: number) =>
    das2AmountColumns.map((column) => digits(column === declarant.das2Column ? amount : 0n, width)).join('');
  const tail = (last: string) => [zeros(12 * 9), amounts(sum, 12), blanks(12), zeros(24), zeros(6), blanks(48), zeros(12), last];
  const { contact } = declarant;
  const lines = [
    [
      siren,
      zeros(12),
      '010',
      blanks(14),
      text(declarant.ape, 5),
      blanks(4),
      text(declarant.name, 50),
      own,
      blanks(8),
      'X',
      declarant.siret,
      blanks(5),
      own,
      blanks(1),
      blanks(288),
    ],
    [
      key,
      '020',
      blanks(14),
      text(declarant.ape, 5),
      zeros(14),
      blanks(41),
      text(declarant.name, 50),
      own,
      blanks(40),
      blanks(53),
      'N',
      blanks(3),
      'N',
      blanks(297),
    ],
    ...beneficiaries.map((one) => [
      key,
      '210',
      ...identity(one),
      addressBlock({ ...mustHave(one) }),
      amounts(das2Amount(one.paid), 10),
      blanks(5),
      blanks(3),
      blanks(2),
      zeros(10),
      blanks(245),
    ]),
    [
      key,
      '300',
      blanks(36),
      ...tail(blanks(74)),
      text(contact.name, 50),
      text(phoneOf(contact.phone), 10),
      text(contact.email, 60),
      siren,
      blanks(67),
    ],
    [siren, '9'.repeat(12), '310', '00001', zeros(6), digits(BigInt(beneficiaries.length), 6), blanks(36), ...tail(blanks(253))],
  ];
  return lines.map((parts) => `${parts.join('')}\r\n`).join('');
}

const ACTIVITY = "APPORT D'AFFAIRES";

function identity({ name, kind, siret }: Das2Beneficiary): string[] {
  const [surname, first, company] = kind !== null && isPerson(kind) ? [...namesOf(name), ''] : ['', '', name];
  return [text(siret ?? '', 14), text(surname ?? '', 30), text(first ?? '', 20), text(company ?? '', 50), text(ACTIVITY, 30)];
}

function isPerson(kind: TaxKind): boolean {
  return kind === 'private_person' || kind === 'employee_of_third_party';
}

/** Of a person's name as it is usually written, the first name comes first. */
function namesOf(name: string): [surname: string, first: string] {
  const [first = '', ...rest] = name.trim().split(/\s+/);
  return rest.length === 0 ? [first, ''] : [rest.join(' '), first];
}

function mustHave(beneficiary: Das2Beneficiary): Address & { readonly country: string } {
  const { country, address } = beneficiary;
  if (country === null || address === null || das2Missing(beneficiary).length > 0)
    throw new Error('a beneficiary lacks something');
  return { ...address, country };
}

/** 129 characters. */
function addressBlock({ street = '', postCode = '', town, country }: Address & { readonly country: string }): string {
  const { line, complement } = streetBlock(street);
  const head = `${text(complement, 32)} ${line}`;
  if (hasSiren(country)) return `${head}${zeros(5)} ${blanks(26)}${text(postCode.replaceAll(/\s/g, ''), 5)} ${text(town, 26)}`;
  const cog = cogOf(country);
  if (cog === null) throw new Error(`no code for ${country}`);
  return `${head}${cog.code} ${text(`${postCode} ${town}`.trim(), 26)}${cog.code} ${text(cog.name, 26)}`;
}

function phoneOf(phone: string): string {
  return phone.replaceAll(/[^\d+]/g, '').replace(/^\+33/, '0');
}

/** A text in the alphabet of the file, cut or filled to its place. */
function text(value: string, width: number): string {
  return plainText(value, 'iso-8859-1').slice(0, width).padEnd(width, ' ');
}

function digits(value: bigint, width: number): string {
  const written = value.toString().padStart(width, '0');
  if (value < 0n || written.length > width) throw new RangeError(`${value} does not fit in ${width} digits`);
  return written;
}

function blanks(width: number): string {
  return ' '.repeat(width);
}

function zeros(width: number): string {
  return '0'.repeat(width);
}
