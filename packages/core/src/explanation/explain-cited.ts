import { formatInstant } from '../time/index.ts';
import type { ClausesTold } from './clauses-told.ts';
import type { FactValues, Step, StepValues } from './explanation.ts';
import { amountText, step } from './step.ts';
import type { CitedCommission, CitedFact, NamedReversal, WhyInput } from './why-input.ts';

/** What this fact did to earlier commissions, each under its frozen terms, and what later facts did to those of this one. */
export function explainCited({ reversals, changes }: WhyInput, clauses: ClausesTold): Step[] {
  return [
    ...changes.map(({ kind, amount, cited }) => step(kind, citedValues(cited, amount), [frozenTerms(cited, clauses)])),
    ...reversals.map((reversal) => explainReversal(reversal, clauses)),
  ];
}

function explainReversal(reversal: NamedReversal, clauses: ClausesTold): Step {
  const { currency, partnerName: partner, from, commission } = reversal;
  const isReturned = reversal.amount < 0n;
  const amount = isReturned ? -reversal.amount : reversal.amount;
  if ('by' in reversal) {
    const values = { ...factValues(reversal.by), partner, amount: amountText(amount, currency), number: commission.number + 1 };
    return step(isReturned ? 'returned_later' : 'reversed_later', values);
  }
  const { cited } = reversal;
  return step(isReturned ? 'reversal_returned' : 'reversal', { ...citedValues(cited, amount), from }, [
    frozenTerms(cited, clauses),
  ]);
}

function citedValues(cited: CitedCommission, amount: bigint): StepValues['suspended'] {
  const { fact, partnerName: partner, currency, number } = cited;
  return { ...factValues(fact), partner, amount: amountText(amount, currency), number: number + 1 };
}

function factValues({ kind, externalId, occurredAt }: CitedFact): FactValues {
  return { fact: kind, externalId, at: formatInstant(occurredAt) };
}

function frozenTerms(cited: CitedCommission, clauses: ClausesTold): Step {
  return clauses.tell(cited, frozenOf(cited));
}

/** The one rate or amount of the commission; one computed by several steps has none. */
function frozenOf({ arithmetic, currency }: CitedCommission): StepValues['clause']['frozen'] {
  switch (arithmetic.kind) {
    case 'percent':
    case 'retroactive':
    case 'upline':
      return { rate: arithmetic.rate };
    case 'tiers': {
      const [first, ...others] = arithmetic.slices;
      if (first === undefined || others.length > 0) return null;
      if (first.rate !== undefined) return { rate: first.rate };
      return first.amount === undefined ? null : { amount: amountText(first.amount, currency) };
    }
    default:
      return { amount: amountText(arithmetic.amount, currency) };
  }
}
