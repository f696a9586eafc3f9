import iconv from 'iconv-lite';
import { goods, projects } from '../cast/catalogue.ts';
import { castPartners, linkCode } from '../cast/partners.ts';
import { makePerson } from '../cast/people.ts';
import { Random } from '../random.ts';
import { DAY_MS } from '../story/draft.ts';
import { ZONE } from '../story/tell-story.ts';
import type { Story } from '../story/story.ts';

const SEED = 1787;
const NUMBERS_FROM = 700_000;
const separator = ';';

const header = [
  'N° de commande',
  'Date',
  'N° client',
  'Nom client',
  'Courriel',
  'Pays',
  'Montant HT',
  'Devise',
  'Produit',
  'Catégorie',
  'Quantité',
  'Code partenaire',
];

/** Rows a tired hand typed; none of them can be a sale. */
const badRows = [
  ['VD-900001', '12/03/2026', 'FOIRE-1', 'Odile Marchand', '', 'FR', 'douze euros', 'EUR', '', '', '1', 'sentiers'],
  ['VD-900002', '31/02/2026', 'FOIRE-2', 'René Collomb', '', 'FR', '45,00', 'EUR', '', '', '1', 'sentiers'],
  ['VD-900003', '02/01/2026', 'FOIRE-3', 'Paule Anthoine', '', 'FR', '-15,00', 'EUR', '', '', '1', 'camille'],
  ['VD-900004', '02/01/2026', 'FOIRE-4', 'Gérard Fontanel', '', 'FR', '18,50', 'EUX', '', '', '1', 'camille'],
  ['', '02/01/2026', 'FOIRE-5', 'Lucie Brunet', '', 'FR', '22,00', 'EUR', '', '', '1', 'cretes'],
  ['VD-900006', '02/01/2026', 'FOIRE-6', 'Noël Vuillermoz', 'noel chez exemple', 'FR', '30,00', 'EUR', '', '', '1', 'cretes'],
  ['VD-900007', '02/01/2026', 'FOIRE-7'],
];

export interface OfflineFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly rows: number;
  readonly badRows: number;
  /** What the order number's column is called: too unusual to be guessed. */
  readonly mapping: Readonly<Record<string, string>>;
}

/** Sales of fairs and by telephone, as a French spreadsheet saves them: Windows-1252, semicolons, commas and days first. */
export function offlineFile(story: Story, scale: number): OfflineFile {
  const random = new Random(SEED);
  const good = Array.from({ length: Math.max(10, Math.round(230 * scale)) }, (_none, index) => row(random, story, index));
  const rows = [...good];
  for (const [index, bad] of badRows.entries()) rows.splice(index + 2, 0, bad);
  const text = [header, ...rows].map((cells) => cells.map(cell).join(separator)).join('\r\n');
  return {
    name: 'ventes-salons-et-telephone.csv',
    bytes: Uint8Array.from(iconv.encode(`${text}\r\n`, 'windows-1252')),
    rows: rows.length,
    badRows: badRows.length,
    mapping: { eventId: 'N° de commande' },
  };
}

function row(random: Random, { anchor }: Story, index: number): string[] {
  const number = NUMBERS_FROM + index;
  const person = makePerson(random, number);
  const program = random.chance(0.8) ? 'affiliation' : 'introduction';
  const partner = random.weighted(
    castPartners.filter(({ programs, joinedDaysAgo }) => programs[0] === program && joinedDaysAgo === undefined),
    ({ weight }) => weight,
  );
  const product = random.pick(program === 'affiliation' ? goods : projects);
  const quantity = random.integer(1, 3);
  const at = anchor - random.integer(1, 85) * DAY_MS - random.integer(1, 12) * 3_600_000;
  return [
    `VD-${number}`,
    frenchDate(at),
    `FOIRE-${number}`,
    `${person.givenName} ${person.familyName}`,
    random.chance(0.6) ? person.email : '',
    person.country,
    frenchAmount(product.price * quantity),
    'EUR',
    product.id,
    product.category,
    String(quantity),
    // As people copy it.
    random.chance(0.2) ? ` ${linkCode(partner, program).toUpperCase()}.` : linkCode(partner, program),
  ];
}

const dates = new Intl.DateTimeFormat('fr-FR', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' });
const days = new Intl.DateTimeFormat('fr-FR', { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric' });

function frenchDate(at: number): string {
  const [, time = '00:00'] = dates.format(at).split(' ');
  return `${days.format(at)} ${time}`;
}

/** `1 234,56` with a no-break space. */
function frenchAmount(minor: number): string {
  const digits = String(minor).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, '\u00A0');
  return `${whole},${digits.slice(-2)}`;
}

function cell(text: string): string {
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
