import { contributionRoutes } from '@cordee/contract/contribution';
import { trackSale } from '@cordee/contract/events';
import { formatInstant } from '@cordee/core/time';
import { projects, type Product } from '../cast/catalogue.ts';
import { partnerOf, type EventAnswer, type Stage } from '../stage.ts';
import { DAY_MS, daysAgo } from '../story/draft.ts';

const program = 'introduction';

const commune = { externalId: 'PROJET-saint-veran', name: 'Commune de Saint-Véran', email: 'travaux@saint-veran.example' };
const hotel = { externalId: 'PROJET-glacier', name: 'Hôtel du Glacier', email: 'direction@glacier.example' };

export interface Registered {
  readonly deals: number;
  readonly introductions: number;
  /** Of the sales that followed, in minor units of the euro. */
  readonly earned: number;
}

/** A deal registered by a reseller and a customer presented by a referrer, both confirmed, and the sales they were for. */
export async function registerContributions(stage: Stage): Promise<Registered> {
  const { office } = stage.keys;
  const { id: dealId } = await office.call(contributionRoutes.declareContribution, {
    body: {
      kind: 'deal',
      enrollmentId: enrollmentOf(stage, 'equipaltitude'),
      customer: { name: commune.name, email: commune.email },
      products: ['literie-12', 'casiers-30'],
      expectedAmount: 654_500,
      currency: 'EUR',
      validUntil: formatInstant(stage.story.anchor + 180 * DAY_MS),
      description: 'Appel d’offres pour le refuge communal',
    },
  });
  // The reseller knows a name and an address; the company says which of its customers that is.
  const dealt = await confirm(stage, dealId, commune.externalId);
  const { id: introductionId } = await office.call(contributionRoutes.declareContribution, {
    body: {
      kind: 'introduction',
      enrollmentId: enrollmentOf(stage, 'mercadier'),
      customer: { externalId: hotel.externalId, name: hotel.name, email: hotel.email },
      occurredAt: formatInstant(daysAgo(stage.story, 20)),
      introducedTo: 'Claire Martin',
    },
  });
  const introduced = await confirm(stage, introductionId, hotel.externalId);
  if (dealt !== 'confirmed' || introduced !== 'confirmed') throw new Error('a contribution was not confirmed');
  const answers = [
    await sell(stage, commune, ['literie-12', 'casiers-30'], 'CMD-saint-veran'),
    await sell(stage, hotel, ['cuisine-altitude', 'pose'], 'CMD-glacier'),
  ];
  const earned = answers.flatMap(({ commissions }) => commissions).reduce((sum, { amount }) => sum + amount, 0);
  if (answers.some(({ commissions }) => commissions.length === 0)) throw new Error('a registered deal earned nothing');
  return { deals: 1, introductions: 1, earned };
}

function enrollmentOf(stage: Stage, code: string): string {
  return partnerOf(stage, code).enrollments.get(program) ?? '';
}

async function confirm(stage: Stage, id: string, customerExternalId: string): Promise<string> {
  const body = { customerExternalId };
  return (await stage.keys.office.call(contributionRoutes.confirmContribution, { params: { id }, body })).state;
}

function sell(
  stage: Stage,
  { externalId, email, name }: { readonly externalId: string; readonly email: string; readonly name: string },
  products: readonly string[],
  eventId: string,
): Promise<EventAnswer> {
  const sold = projects.filter(({ id }) => products.includes(id));
  const lines = sold.map(({ id, category, price }: Product, index) => ({
    id: String(index + 1),
    productId: id,
    category,
    quantity: 1,
    net: price,
  }));
  const body = { eventId, customer: { externalId, email, name, country: 'FR' }, currency: 'EUR', lines };
  return stage.keys.backEnd.call(trackSale, { body });
}
