import type { Step, StepValues } from './explanation.ts';
import { step } from './step.ts';
import type { CitedCommission, NamedCommission } from './why-input.ts';

type Clause = Pick<NamedCommission | CitedCommission, 'clause' | 'planVersionNumber' | 'clauseText' | 'charter'>;

/** Tells each clause in full once; every line of an order falls under the same few. */
export interface ClausesTold {
  tell(of: Clause, frozen: StepValues['clause']['frozen']): Step;
}

/** Nothing told yet. */
export function clausesTold(): ClausesTold {
  const told = new Set<string>();
  return {
    tell({ clause, planVersionNumber: version, clauseText, charter = null }, frozen) {
      // A share of the upline is numbered under the clause it comes from, and has its text.
      const key = `${version} ${clause.split('.')[0] ?? clause}`;
      const text = told.has(key) || clauseText.en === '' ? null : { ...clauseText };
      told.add(key);
      return step('clause', { clause, version, charter, text, frozen });
    },
  };
}
