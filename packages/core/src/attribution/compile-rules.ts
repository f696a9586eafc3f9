import { addRates, parseRate, subtractRates } from '../money/index.ts';
import type { Rate } from '../money/index.ts';
import type { AttributionModel, AttributionRules, PriorityGroup, Via } from '../plan/plan.ts';

const DAY = 86_400_000;

/** A plan's attribution rules with every text parsed once. */
export interface CompiledRules {
  readonly coupon: AttributionRules['coupon'];
  readonly lifetime: AttributionRules['lifetime'];
  readonly selfReferral: AttributionRules['selfReferral'];
  /** In milliseconds. */
  readonly windows: Readonly<Record<Via, number>>;
  readonly model: CompiledModel;
}

export type CompiledModel =
  | { readonly kind: 'first' | 'last' | 'linear' }
  | { readonly kind: 'position'; readonly ends: PositionWeights }
  /** In milliseconds. */
  | { readonly kind: 'time_decay'; readonly halfLife: bigint }
  | { readonly kind: 'priority'; readonly groups: readonly PriorityGroup[]; readonly within: 'first' | 'last' | 'linear' }
  | { readonly kind: 'agreed'; readonly shares: ReadonlyMap<string, Rate> };

/** Integers in the same ratio as the plan's rates: the first touch, the last, and all those between together. */
export interface PositionWeights {
  readonly first: bigint;
  readonly last: bigint;
  readonly middle: bigint;
}

const compiled = new WeakMap<AttributionRules, CompiledRules>();

/** The parsed form of a published plan's attribution rules, kept for as long as the document itself. */
export function compileRules(rules: AttributionRules): CompiledRules {
  const known = compiled.get(rules);
  if (known !== undefined) return known;
  const made: CompiledRules = {
    coupon: rules.coupon,
    lifetime: rules.lifetime,
    selfReferral: rules.selfReferral,
    windows: windowsOf(rules),
    model: compileModel(rules.model),
  };
  compiled.set(rules, made);
  return made;
}

function windowsOf(rules: AttributionRules): Record<Via, number> {
  const window = (via: Via): number => (rules.windows?.[via] ?? rules.windowDays) * DAY;
  return {
    click: window('click'),
    code: window('code'),
    introduction: window('introduction'),
    contribution: window('contribution'),
    deal: window('deal'),
    coupon: window('coupon'),
  };
}

function compileModel(model: AttributionModel): CompiledModel {
  switch (model.kind) {
    case 'position':
      return { kind: 'position', ends: positionWeights(published(model.first), published(model.last)) };
    case 'time_decay':
      // oxlint-disable-next-line cordee/no-float-money -- a length of time, in whole milliseconds
      return { kind: 'time_decay', halfLife: BigInt(Math.round(model.halfLifeDays * DAY)) };
    case 'agreed':
      return { kind: 'agreed', shares: new Map(model.shares.map(({ partnerId, share }) => [partnerId, published(share)])) };
    default:
      return model;
  }
}

function positionWeights(first: Rate, last: Rate): PositionWeights {
  const middle = subtractRates({ numerator: 1n, denominator: 1n }, addRates(first, last));
  const unit = first.denominator * last.denominator * middle.denominator;
  const weight = (rate: Rate): bigint => (rate.numerator <= 0n ? 0n : (rate.numerator * unit) / rate.denominator);
  return { first: weight(first), last: weight(last), middle: weight(middle) };
}

/** A published plan was validated: a rate that does not parse is a broken invariant. */
function published(text: string): Rate {
  const parsed = parseRate(text);
  if (parsed === null) throw new Error(`The published plan contains "${text}", which is not a rate.`);
  return parsed;
}
