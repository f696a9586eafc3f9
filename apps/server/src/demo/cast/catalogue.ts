export interface Product {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  /** Net of tax, in minor units of the euro. */
  readonly price: number;
}

/** The shop. */
export const goods: readonly Product[] = [
  { id: 'tente-aiguille-2', name: 'Tente Aiguille 2 places', category: 'tentes', price: 24_900 },
  { id: 'tente-combe-4', name: 'Tente Combe 4 places', category: 'tentes', price: 38_250 },
  { id: 'sac-arolle-45', name: 'Sac Arolle 45 L', category: 'sacs', price: 14_117 },
  { id: 'sac-meleze-22', name: 'Sac Mélèze 22 L', category: 'sacs', price: 7_490 },
  { id: 'chaussures-moraine', name: 'Chaussures Moraine', category: 'chaussures', price: 15_825 },
  { id: 'sandales-torrent', name: 'Sandales Torrent', category: 'chaussures', price: 5_450 },
  { id: 'veste-serac', name: 'Veste Sérac', category: 'textile', price: 18_733 },
  { id: 'polaire-alpage', name: 'Polaire Alpage', category: 'textile', price: 6_599 },
  { id: 'gourde-source', name: 'Gourde Source 1 L', category: 'accessoires', price: 1_950 },
  { id: 'frontale-nuit', name: 'Lampe frontale Nuit', category: 'accessoires', price: 3_325 },
  { id: 'carte-cadeau-50', name: 'Carte cadeau', category: 'carte-cadeau', price: 5_000 },
];

/** Projects for huts, hotels and communes. */
export const projects: readonly Product[] = [
  { id: 'literie-12', name: 'Literie de refuge, 12 couchages', category: 'equipement', price: 418_000 },
  { id: 'cuisine-altitude', name: 'Cuisine d’altitude', category: 'equipement', price: 1_165_000 },
  { id: 'casiers-30', name: 'Casiers à chaussures, 30 places', category: 'equipement', price: 236_500 },
  { id: 'pose', name: 'Pose et mise en service', category: 'service', price: 148_000 },
];

/** The software, by month. */
export const subscriptions: readonly Product[] = [
  { id: 'refuge-pro-solo', name: 'Refuge Pro Solo', category: 'abonnement', price: 2_900 },
  { id: 'refuge-pro-equipe', name: 'Refuge Pro Équipe', category: 'abonnement', price: 7_900 },
  { id: 'refuge-pro-reseau', name: 'Refuge Pro Réseau', category: 'abonnement', price: 19_900 },
];

const percentOfEuro: Readonly<Record<string, number>> = { EUR: 100, CHF: 97, GBP: 88, USD: 112 };

/** The price list in another currency: its own whole amounts, not a rate of exchange. */
export function priceIn(currency: string, price: number): number {
  return Math.round((price * (percentOfEuro[currency] ?? 100)) / 100);
}
