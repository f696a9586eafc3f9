import { expect, test } from 'vitest';
import { partnerKinds } from './condition-field.ts';
import { templateKinds, templateTexts } from './template-texts.ts';
import { templateNames } from './templates.ts';

test('every template says in both languages what it is, for whom and what it pays; every kind of partner has one', () => {
  const texts = templateNames.flatMap((name) => [templateTexts[name].fr, templateTexts[name].en]);
  for (const { name, who, pays } of texts) expect([name, who, pays].every((text) => text.length > 5)).toBe(true);
  expect(new Set(texts.map(({ pays }) => pays)).size).toBe(texts.length);
  expect([...new Set(Object.values(templateKinds).flat())].toSorted()).toEqual(partnerKinds.toSorted());
});
