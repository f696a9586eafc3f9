import type { FactBody, FactKind } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import { inputHashOf } from './draft.ts';
import type { ReadyFact } from './fact-chain.ts';

export interface OwnFact {
  readonly kind: FactKind;
  /** The part of the product that makes it: `payout`, `invoice`. */
  readonly from: string;
  readonly externalId: string;
  readonly at: Instant;
  readonly currency: string;
  /** In minor units. */
  readonly amount: bigint;
  readonly body: FactBody;
  /** The place of the earlier fact it is about. */
  readonly targetSeq?: bigint | null;
}

/** A movement of money the product itself makes, as a fact: of no customer and no click, and taken as far as it goes. */
export function ownFact({ kind, from, externalId, at, currency, amount, body, targetSeq = null }: OwnFact): ReadyFact {
  const draft = {
    kind,
    source: `cordee/${from}`,
    externalId,
    occurredAt: at,
    customer: null,
    currency,
    amount,
    target: null,
    body,
    strict: false,
    clickId: null,
    visitorId: null,
    inputHash: inputHashOf({ kind, ...body, amount, currency }),
  };
  return { draft, targetSeq, body };
}
