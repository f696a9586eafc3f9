/** From which payments of a year a beneficiary is declared, as data with their source. */
export interface Das2Threshold {
  readonly fromYear: number;
  /** In cents; who was paid more in the year, VAT included, is declared. */
  readonly amount: bigint;
  readonly source: string;
}

export const das2Thresholds: readonly Das2Threshold[] = [
  { fromYear: 2000, amount: 120_000n, source: 'CGI art. 240, before the payments of 2024' },
  { fromYear: 2024, amount: 240_000n, source: 'CGI art. 240; BOFiP, news of 12 February 2025: payments from 2024 on' },
];

/** The threshold for payments of a year. */
export function das2Threshold(year: number): Das2Threshold {
  const found = das2Thresholds.filter(({ fromYear }) => fromYear <= year).at(-1);
  if (found === undefined) throw new RangeError(`no threshold for ${year}`);
  return found;
}

/**
 * Codes of countries in the official geographic code (COG) of INSEE, which the file wants for addresses abroad. General knowledge, not
 * read in the nomenclature itself: what is missing here is asked for by name, and the company checks the ones it sends.
 */
const countries: Readonly<Record<string, readonly [code: string, name: string]>> = {
  AD: ['99130', 'ANDORRE'],
  AE: ['99247', 'EMIRATS ARABES UNIS'],
  AR: ['99415', 'ARGENTINE'],
  AT: ['99110', 'AUTRICHE'],
  AU: ['99501', 'AUSTRALIE'],
  BE: ['99131', 'BELGIQUE'],
  BG: ['99111', 'BULGARIE'],
  BR: ['99416', 'BRESIL'],
  CA: ['99401', 'CANADA'],
  CH: ['99140', 'SUISSE'],
  CI: ['99326', "COTE D'IVOIRE"],
  CN: ['99216', 'CHINE'],
  CY: ['99254', 'CHYPRE'],
  CZ: ['99116', 'TCHEQUIE'],
  DE: ['99109', 'ALLEMAGNE'],
  DK: ['99101', 'DANEMARK'],
  DZ: ['99352', 'ALGERIE'],
  EE: ['99106', 'ESTONIE'],
  ES: ['99134', 'ESPAGNE'],
  FI: ['99105', 'FINLANDE'],
  GB: ['99132', 'ROYAUME-UNI'],
  GR: ['99126', 'GRECE'],
  HR: ['99119', 'CROATIE'],
  HU: ['99112', 'HONGRIE'],
  IE: ['99136', 'IRLANDE'],
  IL: ['99207', 'ISRAEL'],
  IN: ['99223', 'INDE'],
  IS: ['99102', 'ISLANDE'],
  IT: ['99127', 'ITALIE'],
  JP: ['99217', 'JAPON'],
  LI: ['99113', 'LIECHTENSTEIN'],
  LT: ['99108', 'LITUANIE'],
  LU: ['99137', 'LUXEMBOURG'],
  LV: ['99107', 'LETTONIE'],
  MA: ['99350', 'MAROC'],
  MC: ['99138', 'MONACO'],
  MT: ['99144', 'MALTE'],
  MX: ['99405', 'MEXIQUE'],
  NL: ['99135', 'PAYS-BAS'],
  NO: ['99103', 'NORVEGE'],
  NZ: ['99502', 'NOUVELLE-ZELANDE'],
  PL: ['99122', 'POLOGNE'],
  PT: ['99139', 'PORTUGAL'],
  RO: ['99114', 'ROUMANIE'],
  SE: ['99104', 'SUEDE'],
  SG: ['99226', 'SINGAPOUR'],
  SI: ['99145', 'SLOVENIE'],
  SK: ['99117', 'SLOVAQUIE'],
  SN: ['99341', 'SENEGAL'],
  TN: ['99351', 'TUNISIE'],
  TR: ['99208', 'TURQUIE'],
  UA: ['99155', 'UKRAINE'],
  US: ['99404', 'ETATS-UNIS'],
};

/** The code and name of a country abroad, or null when they are not known here. */
export function cogOf(country: string): { readonly code: string; readonly name: string } | null {
  const found = Object.hasOwn(countries, country) ? countries[country] : undefined;
  return found === undefined ? null : { code: found[0], name: found[1] };
}
