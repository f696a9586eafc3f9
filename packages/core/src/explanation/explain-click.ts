import type { RejectionReason } from '../attribution/credit.ts';
import type { TouchFlag } from '../counting/fact.ts';
import type { UnpaidReason } from '../counting/outcome.ts';
import type { EnrollmentState } from '../counting/terms.ts';
import { formatInstant, type Instant } from '../time/index.ts';
import { explain, explainUnpaid } from './explain.ts';
import type { ClickPath, Explanation, Step } from './explanation.ts';
import { step } from './step.ts';
import type { CitedFact, WhyInput } from './why-input.ts';

/** Everything the explanation of a click is made of; names and ids come from the caller, as far as its reader may see them. */
export interface ClickWhyInput {
  /** The zone of the workspace: dates are told in it. */
  readonly zone: string;
  readonly click: {
    readonly at: Instant;
    readonly code: string;
    readonly partnerName: string;
    readonly programName: string;
    readonly path: ClickPath;
    /** Name of the parameter the code was found in, on links that lead straight to the page. */
    readonly parameter: string | null;
    /** Family of the browser, never more. */
    readonly agent: string | null;
    readonly flag: TouchFlag | null;
  };
  /** The click a repeat repeats; null when it is no longer at hand, or this is no repeat. */
  readonly first: { readonly id: string; readonly at: Instant } | null;
  /** How the partner's enrollment stood at the click; null before its first state. */
  readonly state: EnrollmentState | null;
  /** Since when the link leads nowhere; null while it leads. */
  readonly linkEndedAt: Instant | null;
  readonly uses: readonly ClickUse[];
  /** Why it paid nothing by itself; null when its program pays for clicks. */
  readonly unpaid: UnpaidReason | null;
  /** The fact the click became where its program pays for clicks; null until it is recorded. */
  readonly paid: WhyInput | null;
}

/** A lead or a sale whose customer had made the click. `externalId` is null where the reader may not see whose it is. */
export interface ClickUse {
  readonly fact: Omit<CitedFact, 'externalId'> & { readonly externalId: string | null };
  /** What became of the click there: a share of the credit, a reason for none, or (null) the credit went by another touchpoint. */
  readonly result: { readonly share: string } | { readonly reason: RejectionReason } | null;
}

/** Why a click counts or not, what came of it, and why it paid nothing itself: in the form of every other explanation. */
export function explainClick(input: ClickWhyInput): Explanation {
  const { click, state } = input;
  const { code, partnerName: partner, programName: program, path, parameter } = click;
  return {
    zone: input.zone,
    steps: [
      step('clicked', { at: formatInstant(click.at), code, partner, program }),
      step('click_path', { path, parameter }),
      ...explainFlag(input),
      ...(state === null ? [] : [step('click_state', { partner, state })]),
      ...(input.linkEndedAt === null ? [] : [step('link_ended', { code, at: formatInstant(input.linkEndedAt) })]),
      explainUses(input),
      ...explainPay(input),
    ],
  };
}

function explainFlag({ click, first }: ClickWhyInput): Step[] {
  if (click.flag === null) return [step('click_counts', {})];
  if (click.flag === 'bot') return [step('click_by_bot', { agent: click.agent })];
  return [
    step('click_repeats', first === null ? { clickId: null, at: null } : { clickId: first.id, at: formatInstant(first.at) }),
  ];
}

function explainUses({ uses }: ClickWhyInput): Step {
  const children = uses.map(({ fact, result }) => {
    const share = result !== null && 'share' in result ? result.share : null;
    const reason = result !== null && 'reason' in result ? result.reason : null;
    const { kind, externalId, occurredAt } = fact;
    return step('click_use', { fact: kind, externalId, at: formatInstant(occurredAt), share, reason });
  });
  return step('click_uses', { count: children.length }, children);
}

function explainPay({ unpaid, paid }: ClickWhyInput): Step[] {
  if (paid !== null) return explain(paid).steps.filter(({ code }) => code !== 'happened' && code !== 'recorded');
  return unpaid === null ? [step('not_counted', {})] : explainUnpaid({ unpaid });
}
