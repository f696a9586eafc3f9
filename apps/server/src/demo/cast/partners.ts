import type { PartnerKind } from '@cordee/core/plan';
import type { ProgramKey } from './programs.ts';

export interface CastPartner {
  readonly name: string;
  readonly kind: PartnerKind;
  readonly country: string;
  /** Also the local part of its e-mail address and its link code. */
  readonly code: string;
  readonly programs: readonly ProgramKey[];
  /** How much of the traffic it brings. */
  readonly weight: number;
  readonly coupon?: string;
  /** Code of the partner that brought it in. */
  readonly upline?: string;
  /** How many days ago it obtained the certificate. */
  readonly certifiedDaysAgo?: number;
  /** How many days ago it joined, when after the beginning. */
  readonly joinedDaysAgo?: number;
  /** How many days ago it was paused. */
  readonly pausedDaysAgo?: number;
}

const shop: readonly ProgramKey[] = ['affiliation'];
const doors: readonly ProgramKey[] = ['introduction'];
const app: readonly ProgramKey[] = ['subscription'];

type Line = readonly [
  name: string,
  kind: PartnerKind,
  country: string,
  code: string,
  programs: readonly ProgramKey[],
  weight: number,
];

const lines: readonly Line[] = [
  ['Sentiers & Sommets', 'affiliate', 'FR', 'sentiers', shop, 9],
  ['Le Bivouac de Camille', 'affiliate', 'FR', 'camille', shop, 7],
  ['Carnets des Crêtes', 'affiliate', 'FR', 'cretes', ['affiliation', 'subscription'], 6],
  ['Bergwelt Magazin', 'affiliate', 'DE', 'bergwelt', shop, 6],
  ['Alpenpfad Blog', 'affiliate', 'DE', 'alpenpfad', shop, 4],
  ['Ardennes Plein Air', 'affiliate', 'BE', 'ardennes', shop, 3],
  ['Rutas del Pirineo', 'affiliate', 'ES', 'rutas', shop, 4],
  ['Sentieri Alti', 'affiliate', 'IT', 'sentieri', shop, 4],
  ['Fell & Moor', 'affiliate', 'GB', 'fellmoor', shop, 5],
  ['Hüttenfreunde Wallis', 'affiliate', 'CH', 'wallis', shop, 4],
  ['Backcountry Ledger', 'affiliate', 'US', 'backcountry', shop, 5],
  ['Atlas Rando', 'affiliate', 'MA', 'atlas', shop, 2],
  ['Chemins du Nord', 'affiliate', 'CA', 'nord', shop, 3],
  ['La Gourde Cabossée', 'affiliate', 'FR', 'gourde', shop, 3],
  ['Trekkingkompass', 'affiliate', 'DE', 'kompass', shop, 2],
  ['Vagabonde & Fils', 'affiliate', 'FR', 'vagabonde', shop, 2],
  ['Cabinet Mercadier', 'referrer', 'FR', 'mercadier', doors, 6],
  ['Anselme Roux Conseil', 'referrer', 'FR', 'roux', doors, 5],
  ['Bureau Van Acker', 'referrer', 'BE', 'vanacker', doors, 4],
  ['Kanzlei Brandhofer', 'referrer', 'DE', 'brandhofer', doors, 4],
  ['Studio Pellegrini', 'referrer', 'IT', 'pellegrini', doors, 3],
  ['Consultora Etxeberri', 'referrer', 'ES', 'etxeberri', doors, 3],
  ['Lindqvist & Hale', 'referrer', 'GB', 'lindqvist', doors, 3],
  ['Équip’Altitude', 'reseller', 'FR', 'equipaltitude', ['introduction', 'subscription'], 5],
  ['Berghaus Ausstatter Tirolia', 'reseller', 'DE', 'tirolia', doors, 4],
  ['Comptoir du Léman', 'reseller', 'CH', 'leman', ['introduction', 'subscription'], 4],
  ['Montagne Distribution Maroc', 'reseller', 'MA', 'mdm', doors, 2],
  ['Menuiserie des Aravis', 'subcontractor', 'FR', 'aravis', doors, 2],
  ['Charpentes Lavorel', 'subcontractor', 'FR', 'lavorel', doors, 2],
  ['Filature de la Roya', 'supplier', 'FR', 'roya', doors, 1],
  ['Réserv’Alpes', 'technology', 'FR', 'reservalpes', ['subscription', 'affiliation'], 7],
  ['HüttenSoft', 'technology', 'DE', 'huettensoft', app, 5],
  ['Nuvola Gestionale', 'technology', 'IT', 'nuvola', app, 3],
  ['Trailhead Systems', 'technology', 'US', 'trailhead', app, 5],
  ['Caisse Claire', 'technology', 'FR', 'caisseclaire', ['subscription', 'affiliation'], 4],
  ['Gîte du Grand Tétras', 'client', 'FR', 'tetras', app, 4],
  ['Auberge de la Dent Blanche', 'client', 'CH', 'dentblanche', app, 3],
  ['Refugio Las Cabras', 'client', 'ES', 'lascabras', app, 2],
  ['Loch Tarn Bunkhouse', 'client', 'GB', 'lochtarn', app, 3],
  ['Chalet du Lac Boréal', 'client', 'CA', 'boreal', app, 2],
];

const details: Readonly<Record<string, Partial<CastPartner>>> = {
  sentiers: { coupon: 'SENTIERS10' },
  camille: { coupon: 'CAMILLE' },
  bergwelt: { coupon: 'BERG8' },
  fellmoor: { coupon: 'FELL10' },
  backcountry: { coupon: 'LEDGER5' },
  gourde: { joinedDaysAgo: 55 },
  kompass: { joinedDaysAgo: 40 },
  vagabonde: { pausedDaysAgo: 25 },
  roux: { upline: 'mercadier' },
  vanacker: { upline: 'mercadier' },
  brandhofer: { upline: 'tirolia' },
  etxeberri: { upline: 'roux' },
  lavorel: { upline: 'aravis' },
  reservalpes: { certifiedDaysAgo: 100, coupon: 'RESERVPRO' },
  huettensoft: { certifiedDaysAgo: 45 },
  tetras: { coupon: 'TETRAS20' },
};

/** Everybody who takes part: fictitious companies, in the order they sign. */
export const castPartners: readonly CastPartner[] = lines.map(([name, kind, country, code, programs, weight]) => ({
  name,
  kind,
  country,
  code,
  programs,
  weight,
  ...details[code],
}));

export function emailOf({ code }: CastPartner): string {
  return `contact@${code}.example`;
}

export function linkCode({ code, programs }: CastPartner, program: ProgramKey): string {
  return program === programs[0] ? code : `${code}-${program}`;
}
