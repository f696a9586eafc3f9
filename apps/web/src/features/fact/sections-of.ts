import type { Step, StepCode } from '@cordee/core/explanation';

export type SectionName = 'happened' | 'path' | 'credit' | 'earned' | 'reversed' | 'books' | 'details' | 'unpaid';

const SECTION_OF: Partial<Record<StepCode, SectionName>> = {
  happened: 'happened',
  recorded: 'happened',
  not_counted: 'happened',
  clicked: 'happened',
  click_path: 'happened',
  click_by_bot: 'happened',
  click_repeats: 'happened',
  click_counts: 'happened',
  click_state: 'happened',
  link_ended: 'happened',
  click_uses: 'credit',
  click_use: 'credit',
  touches: 'path',
  touches_known: 'path',
  touch_known: 'path',
  touch_counted: 'path',
  touch_rejected: 'path',
  touch_forgotten: 'path',
  decided: 'credit',
  credit: 'credit',
  commission: 'earned',
  exchanged: 'happened',
  rules_unpaid: 'details',
  rule_unpaid: 'details',
  inputs: 'details',
  reversal: 'reversed',
  reversal_returned: 'reversed',
  transaction: 'books',
  unpaid: 'unpaid',
  remedy: 'unpaid',
};

/** The steps of an explanation by the part of the drawer they are told in, in their order; an unknown step is a detail. */
export function sectionsOf(steps: readonly Step[]): Readonly<Record<SectionName, Step[]>> {
  const sections: Record<SectionName, Step[]> = {
    happened: [],
    path: [],
    credit: [],
    earned: [],
    reversed: [],
    books: [],
    details: [],
    unpaid: [],
  };
  for (const step of steps) sections[SECTION_OF[step.code] ?? 'details'].push(step);
  return sections;
}
