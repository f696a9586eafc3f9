import { changesTo, type CommissionChange, type Fact, type Reversal, type Terms } from '@cordee/core/counting';
import type { CitedCommission, CitedFact, NamedChange, NamedReversal } from '@cordee/core/explanation';
import type { CommissionRef } from '@cordee/core/ledger';
import type { Tx } from '../../../platform/db/index.ts';
import { referenceOf } from '../../fact/index.ts';
import { loadConversionStory } from '../conversion.store.ts';
import { loadStoredCommissions, type StoredCommission } from '../counted.store.ts';
import { loadFacts, type CitedVersion } from '../why.store.ts';

export type DisputeChange = Extract<CommissionChange, { kind: 'suspended' | 'restored' }>;

/** The commissions of other facts that this one moved, and the later facts that moved its own. */
export interface Cited {
  readonly commissions: ReadonlyMap<string, StoredCommission>;
  readonly facts: ReadonlyMap<bigint, Fact>;
  readonly changes: readonly DisputeChange[];
}

/** Everything a fact's reversals and changes point at. */
export async function loadCited(
  tx: Tx,
  workspaceId: string,
  fact: Fact,
  terms: Terms,
  reversals: readonly Reversal[],
): Promise<Cited> {
  const changes = await disputeChanges(tx, workspaceId, fact, terms);
  const moved = [...reversals, ...changes].map(({ commission }) => commission.factSeq).filter((seq) => seq !== fact.seq);
  const commissions =
    moved.length === 0 ? [] : await loadStoredCommissions(tx, workspaceId, 'fact_seq = any($2::bigint[])', [[...new Set(moved)]]);
  const facts = await loadFacts(tx, workspaceId, [...moved, ...reversals.map(({ factSeq }) => factSeq)]);
  return { commissions: new Map(commissions.map((commission) => [keyOf(commission), commission])), facts, changes };
}

/** What a step of a dispute suspended or set free: not kept anywhere, but what counting gives again. */
async function disputeChanges(tx: Tx, workspaceId: string, fact: Fact, terms: Terms): Promise<DisputeChange[]> {
  if (!fact.kind.startsWith('dispute_') || fact.targetSeq === null) return [];
  const story = await loadConversionStory(tx, workspaceId, fact.targetSeq, fact.seq);
  if (story === null || story.events.at(-1)?.seq !== fact.seq) return [];
  const changes = changesTo(story.conversion, story.events, terms);
  return changes.filter((change): change is DisputeChange => change.kind === 'suspended' || change.kind === 'restored');
}

/** Reversals with what they cite: of this fact's own the commission, of later ones the fact that did it. */
export function namedReversals(
  fact: Fact,
  reversals: readonly Reversal[],
  cited: Cited,
  versions: ReadonlyMap<string, CitedVersion>,
  nameOf: (partnerId: string) => string,
): NamedReversal[] {
  return reversals.flatMap((reversal): NamedReversal[] => {
    const named = { ...reversal, partnerName: nameOf(reversal.partnerId) };
    if (reversal.factSeq !== fact.seq) {
      const later = cited.facts.get(reversal.factSeq);
      return later === undefined ? [] : [{ ...named, by: citedFact(later) }];
    }
    const commission = citedCommission(reversal.commission, cited, versions, nameOf);
    return commission === null ? [] : [{ ...named, cited: commission }];
  });
}

/** Changes of a dispute with the commissions they are about; `own`: only of this partner's. */
export function namedChanges(
  cited: Cited,
  own: string | null,
  versions: ReadonlyMap<string, CitedVersion>,
  nameOf: (partnerId: string) => string,
): NamedChange[] {
  return cited.changes.flatMap(({ kind, amount, commission }): NamedChange[] => {
    const stored = cited.commissions.get(keyOf(commission));
    if (own !== null && stored?.partnerId !== own) return [];
    const named = citedCommission(commission, cited, versions, nameOf);
    return named === null ? [] : [{ kind, amount, cited: named }];
  });
}

function citedCommission(
  ref: CommissionRef,
  { commissions, facts }: Cited,
  versions: ReadonlyMap<string, CitedVersion>,
  nameOf: (partnerId: string) => string,
): CitedCommission | null {
  const commission = commissions.get(keyOf(ref));
  const earnedBy = facts.get(ref.factSeq);
  if (commission === undefined || earnedBy === undefined) return null;
  const { number, currency, clause, arithmetic, partnerId, planVersionId } = commission;
  const version = versions.get(planVersionId);
  return {
    fact: citedFact(earnedBy),
    number,
    currency,
    partnerName: nameOf(partnerId),
    clause,
    planVersionNumber: version?.number ?? 0,
    clauseText: clauseTextOf(clause, version),
    arithmetic,
  };
}

/** A share of the upline is numbered under the clause it comes from: "2.1" is of clause 2. */
export function clauseTextOf(clause: string, version: CitedVersion | undefined): { readonly fr: string; readonly en: string } {
  return version?.clauses.get(clause.split('.')[0] ?? clause) ?? { fr: '', en: '' };
}

function citedFact(fact: Fact): CitedFact {
  return { kind: fact.kind, externalId: referenceOf(fact).externalId, occurredAt: fact.occurredAt };
}

function keyOf({ factSeq, number }: CommissionRef): string {
  return `${factSeq}.${number}`;
}
