import type { Condition, PlanDocument } from '@cordee/core/plan';

export interface PartnerMention {
  /** As in faults of the request: `rules[0].when.value`. */
  readonly path: string;
  readonly partnerId: string;
}

/** Every partner a plan names, and where. */
export function partnersIn(document: PlanDocument): PartnerMention[] {
  const { model } = document.attribution;
  const mentions: PartnerMention[] = [];
  if (model.kind === 'agreed') {
    model.shares.forEach(({ partnerId }, index) => {
      mentions.push({ path: `attribution.model.shares[${index}].partnerId`, partnerId });
    });
  }
  if (model.kind === 'priority') {
    model.groups.forEach(({ partnerIds = [] }, group) => {
      partnerIds.forEach((partnerId, index) => {
        mentions.push({ path: `attribution.model.groups[${group}].partnerIds[${index}]`, partnerId });
      });
    });
  }
  document.rules.forEach(({ when }, index) => {
    if (when !== undefined) collect(when, `rules[${index}].when`, mentions);
  });
  return mentions;
}

function collect(condition: Condition, path: string, mentions: PartnerMention[]): void {
  if ('all' in condition) return condition.all.forEach((part, index) => collect(part, `${path}.all[${index}]`, mentions));
  if ('any' in condition) return condition.any.forEach((part, index) => collect(part, `${path}.any[${index}]`, mentions));
  if ('not' in condition) return collect(condition.not, `${path}.not`, mentions);
  if (condition.field !== 'partner.id' || condition.value === undefined) return;
  const values = Array.isArray(condition.value) ? condition.value : [condition.value];
  for (const value of values) {
    if (typeof value === 'string') mentions.push({ path: `${path}.value`, partnerId: value });
  }
}
