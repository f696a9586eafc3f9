import { encodeId } from '@cordee/core/ids';
import { checkPlan, planTemplates } from '@cordee/core/plan';
import { expect, it } from 'vitest';
import { namePartners, planDocument, planDocumentAnswer, planOnWire } from './plan-document.ts';

const uuid = '01890a5d-ac96-774b-bcce-b302099a8057';
const id = encodeId('prt', uuid);

const plan = {
  currency: 'EUR',
  attribution: {
    model: { kind: 'priority', groups: [{ name: 'Named', partnerIds: [id] }], within: 'last' },
    windowDays: 30,
    windows: { deal: 90 },
    coupon: 'wins',
    lifetime: 'none',
    selfReferral: 'reject',
  },
  combination: 'best',
  rules: [
    {
      id: 'named',
      on: 'sale',
      when: {
        all: [{ not: { field: 'partner.id', op: 'in', value: [id] } }, { any: [{ field: 'line.net', op: 'gte', value: 100 }] }],
      },
      reward: { kind: 'percent', rate: '12.5%' },
    },
  ],
  holdDays: 30,
  existingCustomers: 'keep',
  noticeDays: 30,
};

it('decodes partners wherever they stand, and encodes them back', () => {
  const document = planDocument.parse(plan);
  expect(JSON.stringify(document)).not.toContain(id);
  expect(JSON.stringify(document).match(new RegExp(uuid, 'g'))).toHaveLength(2);
  expect(planOnWire(document)).toEqual(plan);
  expect(planDocumentAnswer.parse(planOnWire(document))).toEqual(plan);
});

it('names partners without touching the document', () => {
  const document = planDocument.parse(plan);
  const before = structuredClone(document);
  expect(JSON.stringify(namePartners(document, () => 'Ana'))).not.toContain(uuid);
  expect(document).toEqual(before);
});

it('lets every template through, unchanged', () => {
  for (const template of Object.values(planTemplates)) {
    expect(planDocument.parse(template)).toEqual(template);
    expect(checkPlan(template)).toEqual([]);
  }
});

it('refuses what is no plan, with the path', () => {
  const fault = (change: object) => planDocument.safeParse({ ...plan, ...change }).error?.issues[0]?.path.join('.');
  expect(fault({ surprise: 1 })).toBe('');
  expect(fault({ currency: 'EURO' })).toBe('currency');
  expect(fault({ holdDays: 1.5 })).toBe('holdDays');
  expect(fault({ rules: [{ ...plan.rules[0], reward: { kind: 'percent', rate: 'ten' } }] })).toBe('rules.0.reward.rate');
  const model = { kind: 'agreed', shares: [{ partnerId: uuid, share: '100%' }] };
  expect(fault({ attribution: { ...plan.attribution, model } })).toBe('attribution.model.shares.0.partnerId');
  const when = { field: 'partner.id', op: 'eq', value: 'Ana' };
  expect(planDocument.safeParse({ ...plan, rules: [{ ...plan.rules[0], when }] }).success).toBe(false);
});
