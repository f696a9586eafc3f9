import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  AttributionModel,
  AttributionRules,
  Comparison,
  Measure,
  PlanDocument,
  Reward,
  RewardEvent,
  Tiers,
  UplineLevel,
} from '@cordee/core/plan';
import type { PeriodUnit } from '@cordee/core/time';

type Words<Key extends string> = Readonly<Record<Key, MessageDescriptor>>;

export const eventWords: Words<RewardEvent> = {
  sale: msg`A sale`,
  lead: msg`A lead`,
  qualified_lead: msg`A qualified lead`,
  click: msg`A click`,
  referral: msg`A partner brought in`,
  milestone: msg`An objective reached`,
};

export const rewardWords: Words<Reward['kind']> = {
  percent: msg`A percentage of each line`,
  fixed: msg`A fixed amount`,
  per_unit: msg`An amount per unit sold`,
};

export const measureWords: Words<Measure> = {
  revenue: msg`Net revenue`,
  sales: msg`Number of sales`,
  customers: msg`Number of new customers`,
  leads: msg`Number of leads`,
};

export const periodWords: Words<PeriodUnit> = {
  day: msg`in the day`,
  week: msg`in the week`,
  month: msg`in the month`,
  quarter: msg`in the quarter`,
  year: msg`in the year`,
  ever: msg`since the beginning`,
};

export const tierWords: Words<Tiers['mode']> = {
  marginal: msg`Slice by slice: each slice of volume at its own step`,
  whole: msg`Whole line: what reaches a step is paid at it, the past stays`,
  retroactive: msg`Retroactive: the whole period at the step reached`,
};

export const combinationWords: Words<PlanDocument['combination']> = {
  best: msg`The one that pays most`,
  first: msg`The first one`,
  sum: msg`All of them, added up`,
};

export const existingWords: Words<PlanDocument['existingCustomers']> = {
  keep: msg`They keep the version they bought under`,
  move: msg`They move to the new version`,
};

export const reviewWords: Words<NonNullable<PlanDocument['review']>['mode']> = {
  none: msg`None: they are released by themselves`,
  all: msg`All of them`,
  above: msg`Those above an amount`,
};

export const modelWords: Words<AttributionModel['kind']> = {
  last: msg`The last touchpoint`,
  first: msg`The first touchpoint`,
  linear: msg`All touchpoints equally`,
  position: msg`First and last most, the others the rest`,
  time_decay: msg`The more recent, the more`,
  priority: msg`Groups in order of priority`,
  agreed: msg`Agreed shares`,
};

export const withinWords: Words<'first' | 'last' | 'linear'> = {
  first: msg`The first touchpoint of the group`,
  last: msg`The last touchpoint of the group`,
  linear: msg`All touchpoints of the group equally`,
};

export const couponWords: Words<AttributionRules['coupon']> = {
  wins: msg`It takes the whole sale`,
  touch: msg`It is one more touchpoint`,
  ignored: msg`It changes nothing`,
};

export const lifetimeWords: Words<AttributionRules['lifetime']> = {
  keep_first: msg`They stay the partner's for good`,
  last_wins: msg`They stay the partner's until a newer touchpoint`,
  none: msg`They are nobody's: each purchase anew`,
};

export const selfReferralWords: Words<AttributionRules['selfReferral']> = {
  reject: msg`They are not paid`,
  allow: msg`They are paid like others`,
};

export const scopeWords: Words<'partner' | 'customer' | 'program'> = {
  partner: msg`Each partner`,
  customer: msg`Each customer of a partner`,
  program: msg`The whole program`,
};

export const uplineWords: Words<UplineLevel['of']> = {
  commission: msg`of the partner's commission`,
  base: msg`of the amount it is computed on`,
};

export const comparisonWords: Words<Comparison> = {
  eq: msg`is`,
  ne: msg`is not`,
  in: msg`is one of`,
  not_in: msg`is none of`,
  lt: msg`is below`,
  lte: msg`is at most`,
  gt: msg`is above`,
  gte: msg`is at least`,
  multiple_of: msg`is a multiple of`,
  starts_with: msg`begins with`,
  ends_with: msg`ends with`,
  contains: msg`contains`,
  not_contains: msg`does not contain`,
  exists: msg`is known`,
  holds: msg`is held:`,
};
