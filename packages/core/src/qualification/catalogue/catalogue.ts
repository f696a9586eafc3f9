import type { PartnerKind } from '../../plan/index.ts';
import { dimensions, type Item, type Questionnaire, type Words } from '../questionnaire.ts';
import { itemsByKind } from './by-kind.ts';
import { directionItems } from './direction.ts';
import { resourceItems } from './resources.ts';
import { workingItems } from './working.ts';

const names: Readonly<Record<PartnerKind, Words>> = {
  affiliate: { en: 'Before working with an affiliate', fr: 'Avant de travailler avec un affilié' },
  referrer: { en: 'Before working with a referrer', fr: 'Avant de travailler avec un apporteur d’affaires' },
  reseller: { en: 'Before working with a reseller', fr: 'Avant de travailler avec un revendeur' },
  supplier: { en: 'Before working with a supplier', fr: 'Avant de travailler avec un fournisseur' },
  subcontractor: { en: 'Before working with a subcontractor', fr: 'Avant de travailler avec un sous-traitant' },
  client: { en: 'Before working with a client', fr: 'Avant de travailler avec un client' },
  technology: { en: 'Before working with a technology partner', fr: 'Avant de travailler avec un partenaire technologique' },
};

/** Too much for this kind of partner: asked of the others only. */
const skipped: Readonly<Partial<Record<PartnerKind, readonly string[]>>> = {
  affiliate: ['decision.customer', 'risk.insured', 'capacity.wanted', 'capacity.deputy', 'information.personal'],
  client: ['decision.customer', 'exit.run_off', 'exit.customers'],
  supplier: ['decision.customer', 'exit.run_off', 'exit.customers'],
  technology: ['decision.customer'],
};

/** The questionnaire that we wrote for a kind of partner: to be published as it is, or to begin from. */
export function usualQuestionnaire(kind: PartnerKind): Questionnaire {
  const without = new Set(skipped[kind] ?? []);
  const all = [...directionItems, ...workingItems, ...resourceItems].filter(({ key }) => !without.has(key));
  return { name: names[kind], kinds: [kind], items: dimensions.flatMap((dimension) => ofDimension(dimension, kind, all)) };
}

function ofDimension(dimension: Item['dimension'], kind: PartnerKind, all: readonly Item[]): Item[] {
  return [...all, ...itemsByKind[kind]].filter((item) => item.dimension === dimension);
}
