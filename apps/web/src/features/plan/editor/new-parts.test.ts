import { checkPlan, planTemplates, rewardEvents, templateNames, type PlanDocument } from '@cordee/core/plan';
import { planDocument } from '@cordee/contract/plan-document';
import { expect, test } from 'vitest';
import { comparisonsOf, firstTest, joinedOf, joinParts, testOn, withComparison } from './conditions.ts';
import { conditionFields } from '@cordee/core/plan';
import { copyOfRule, newCap, newLevel, newRule, newTiers, ruleOn, ruleWithReward } from './new-parts.ts';
import { faultsIn } from './read-document.ts';

const documents = templateNames.map((name) => planTemplates[name]);

function faults(document: PlanDocument) {
  return [...faultsIn(document), ...checkPlan(document)];
}

test('what is added to a plan makes sense as it is added', () => {
  for (const document of documents) {
    const rules = [...document.rules, ...rewardEvents.map((event) => newRule(document, event))];
    const more = {
      ...document,
      rules,
      caps: [...(document.caps ?? []), newCap(document)],
      upline: [...(document.upline ?? []), newLevel(document)],
    };
    expect(faults(more)).toEqual([]);
    for (const rule of document.rules)
      expect(faults({ ...document, rules: [...document.rules, copyOfRule(document, rule)] })).toEqual([]);
  }
});

test('a rule moved to another event or another reward keeps what it can and makes sense', () => {
  for (const document of documents) {
    for (const [index, rule] of document.rules.entries()) {
      const put = (next: typeof rule) => {
        // A cap on money means nothing for a rule that now pays units, and so on: only the rule itself is looked at.
        const { caps: _, ...rest } = document;
        return faults({ ...rest, rules: document.rules.toSpliced(index, 1, next) });
      };
      for (const event of rewardEvents) expect(put(ruleOn(rule, event))).toEqual([]);
      if (rule.on !== 'sale') continue;
      for (const kind of ['percent', 'fixed', 'per_unit'] as const) {
        const next = ruleWithReward(rule, kind);
        expect(put(next)).toEqual([]);
        expect(put({ ...next, tiers: newTiers(next) })).toEqual([]);
      }
    }
  }
});

test('a test on any field, by any comparison the field has, makes sense once a text is given', () => {
  const [document] = documents;
  if (document === undefined) throw new Error('there are templates');
  for (const field of conditionFields) {
    if (field === 'partner.id') continue;
    for (const op of comparisonsOf(field)) {
      const tested = withComparison(testOn(field), op);
      const filled = {
        ...tested,
        ...(tested.value === '' ? { value: 'x' } : {}),
        ...(Array.isArray(tested.value) ? { value: tested.value.map((one) => (one === '' ? 'x' : one)) } : {}),
      };
      const rule = { id: 'tested', on: 'sale', reward: { kind: 'percent', rate: '1%' }, when: filled } as const;
      expect([field, op, faults({ ...document, rules: [...document.rules, rule] })]).toEqual([field, op, []]);
    }
  }
});

test('conditions are joined and taken apart the same way', () => {
  const parts = [firstTest, testOn('order.net')];
  for (const joint of ['all', 'any', 'none'] as const) {
    expect(joinedOf(joinParts(joint, parts))).toMatchObject({ joint, parts });
  }
  expect(joinedOf({ not: firstTest })).toMatchObject({ joint: 'none', parts: [firstTest], at: ['not'] });
  expect(joinedOf(firstTest)).toBeNull();
});

test('a mistake of the shape and one of the sense are told at the field, in both languages', () => {
  const [document] = documents;
  const [rule] = document?.rules ?? [];
  if (document === undefined || rule === undefined) throw new Error('there are templates');
  const shape = { ...document, rules: [{ ...rule, reward: { kind: 'percent', rate: 'ten' } }] } as PlanDocument;
  expect(faultsIn(shape)).toMatchObject([{ path: 'rules[0].reward.rate', message: { fr: expect.any(String) } }]);
  expect(planDocument.safeParse(shape).success).toBe(false);
  const sense = { ...document, rules: [rule, rule] };
  expect(faultsIn(sense).find(({ path }) => path === 'rules[1].id')?.message.en).toContain('already belongs to another rule');
});
