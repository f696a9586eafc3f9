import type { PeriodUnit } from '../time/index.ts';

/** What a touchpoint came through; the order is the order of proof strength, strongest last. */
export type Via = 'click' | 'code' | 'introduction' | 'contribution' | 'deal' | 'coupon';

export type PartnerKind = 'affiliate' | 'referrer' | 'reseller' | 'supplier' | 'subcontractor' | 'client' | 'technology';

/** A rate as text: "12.5%" or an exact ratio "1/8". */
export type RateText = string;

/**
 * A plan as data: the remuneration both sides signed. It is stored as JSON, rendered into numbered clauses, and compiled
 * into the functions that compute (see compile-plan.ts). Integers are minor units of `currency` unless a field says otherwise.
 */
export interface PlanDocument {
  /** Currency of every fixed amount, threshold and cap written in the plan. */
  currency: string;
  attribution: AttributionRules;
  /** How several rules that match the same line combine: compared and summed as resulting money, never as raw numbers. */
  combination: 'best' | 'first' | 'sum';
  /** In order: rule i is clause i of the annex. */
  rules: RewardRule[];
  caps?: Cap[];
  upline?: UplineLevel[];
  /** Which commissions the company approves before they are released; none unless said. */
  review?: ReviewRule;
  /** Days from the fact to payable, in the workspace's zone. */
  holdDays: number;
  /** What a new version does to customers who bought under an earlier one. */
  existingCustomers: 'keep' | 'move';
  /** Days between the publication of a version and the instant it takes effect. */
  noticeDays: number;
}

export interface AttributionRules {
  model: AttributionModel;
  windowDays: number;
  /** Shorter or longer windows for some kinds of touchpoint. */
  windows?: Partial<Record<Via, number>>;
  /** A coupon used on the order: takes all the credit, counts as one more touchpoint, or counts for nothing. */
  coupon: 'wins' | 'touch' | 'ignored';
  /** Who gets credit for a customer who already converted. */
  lifetime: 'keep_first' | 'last_wins' | 'none';
  /** A partner buying through its own link. */
  selfReferral: 'reject' | 'allow';
}

export type AttributionModel =
  | { kind: 'first' }
  | { kind: 'last' }
  | { kind: 'linear' }
  | { kind: 'position'; first: RateText; last: RateText }
  | { kind: 'time_decay'; halfLifeDays: number }
  | { kind: 'priority'; groups: PriorityGroup[]; within: 'first' | 'last' | 'linear' }
  | { kind: 'agreed'; shares: AgreedShare[] };

/** Touchpoints of the first group that has any take the credit; a group matches by any of its lists. */
export interface PriorityGroup {
  name: string;
  kinds?: PartnerKind[];
  via?: Via[];
  partnerIds?: string[];
}

export interface AgreedShare {
  partnerId: string;
  share: RateText;
}

export type RewardEvent = 'click' | 'lead' | 'qualified_lead' | 'sale' | 'referral' | 'milestone';

export type Reward =
  | { kind: 'percent'; rate: RateText }
  | { kind: 'fixed'; amount: number; unit?: string }
  | { kind: 'per_unit'; amount: number; unit?: string };

export interface RewardRule {
  /** Stable slug, unique in the plan: what a commission cites besides its clause number. */
  id: string;
  on: RewardEvent;
  when?: Condition;
  reward: Reward;
  tiers?: Tiers;
  duration?: Duration;
  /** Only with `on: 'milestone'`: paid once a period, when the measure reaches the threshold. */
  milestone?: { measure: Measure; period: PeriodUnit; threshold: number };
}

export type Measure = 'revenue' | 'sales' | 'customers' | 'leads';

/**
 * Steps replace the rule's own rate or amount from a volume on.
 * marginal: each slice of volume at its own step; whole: the whole line at the step reached by it;
 * retroactive: the whole period's volume at the step reached, the difference is paid at once.
 */
export interface Tiers {
  measure: Measure;
  period: PeriodUnit;
  mode: 'marginal' | 'whole' | 'retroactive';
  steps: TierStep[];
}

export interface TierStep {
  /** Volume from which the step holds; the first step is 0. */
  from: number;
  rate?: RateText;
  amount?: number;
}

/** How long a customer pays, counted from the first commissioned conversion for this partner. */
export interface Duration {
  months?: number;
  payments?: number;
}

export interface Cap {
  scope: 'partner' | 'customer' | 'program';
  period: PeriodUnit;
  amount: number;
  /** Only this rule's commissions count against the cap and are limited by it. */
  rule?: string;
}

/** `above`: those of an event that earns one partner more than this amount, in the plan's currency. */
export type ReviewRule = { mode: 'none' } | { mode: 'all' } | { mode: 'above'; amount: number };

/** What the partner `level` steps above the earning partner receives. */
export interface UplineLevel {
  level: number;
  rate: RateText;
  of: 'commission' | 'base';
}

export type Scalar = string | number | boolean;

export type Comparison =
  | 'eq'
  | 'ne'
  | 'in'
  | 'not_in'
  | 'lt'
  | 'lte'
  | 'gt'
  | 'gte'
  | 'multiple_of'
  | 'starts_with'
  | 'ends_with'
  | 'contains'
  | 'not_contains'
  | 'exists'
  | 'holds';

export interface FieldTest {
  field: string;
  op: Comparison;
  value?: Scalar | Scalar[];
}

export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | FieldTest;

/** Fields a condition may read, besides `metadata.<key>` and `partner.attributes.<key>`. */
export const conditionFields = [
  'line.productId',
  'line.category',
  'line.quantity',
  'line.net',
  'order.net',
  'order.currency',
  'order.coupon',
  'customer.country',
  'customer.kind',
  'customer.orderNumber',
  'customer.ageDays',
  'customer.ageMonths',
  'billing.kind',
  'billing.period',
  'billing.sequence',
  'partner.id',
  'partner.kind',
  'partner.country',
  'partner.certificate',
  'partner.revenue',
  'partner.sales',
  'partner.customers',
  'touch.via',
  'touch.subId',
] as const;
