import type { DutyTerms } from '../obligation/index.ts';
import type { CharterDocument, Mediation } from './charter.ts';

/** What falls due by one clause or annex, which it cites. */
export interface CitedTerms {
  /** The id of the article: `clause:vigilance`, `exit`. */
  readonly article: string;
  readonly terms: DutyTerms;
}

/** All that a charter promises in data: of its clauses, and of what its annexes lay down. */
export function charterTerms(document: CharterDocument): CitedTerms[] {
  const { clauses, exit, escalation, mediation } = document;
  const ofClauses = clauses.flatMap(({ key, terms }) => terms.map((one) => ({ article: `clause:${key}`, terms: one })));
  const ends: DutyTerms[] = [
    {
      kind: 'exit',
      key: 'balance',
      by: 'company',
      title: { en: 'Settle the final balance', fr: 'Régler le solde final' },
      within: { count: exit.balanceDays, unit: 'day' },
    },
    {
      kind: 'exit',
      key: 'access',
      by: 'company',
      title: { en: 'Close the accesses', fr: 'Fermer les accès' },
      within: { count: exit.accessDays, unit: 'day' },
    },
  ];
  const steps: DutyTerms[] =
    escalation.length === 0
      ? []
      : [
          {
            kind: 'escalation',
            key: 'ladder',
            steps: escalation.map(({ level, businessDays }) => ({ name: level, businessDays })),
          },
        ];
  return [
    ...ofClauses,
    ...ends.map((terms) => ({ article: 'exit', terms })),
    ...steps.map((terms) => ({ article: 'escalation', terms })),
    ...(mediation === null ? [] : [{ article: 'mediation', terms: mediationTerms(mediation, document.prevailing) }]),
  ];
}

function mediationTerms({ appointedBy, mostDays, costs, over }: Mediation, language: 'fr' | 'en'): DutyTerms {
  return {
    kind: 'mediation',
    key: 'mediation',
    appointedBy: appointedBy[language] || null,
    days: mostDays < 1 ? null : mostDays,
    // Who asks is known only when somebody does: until then nobody in particular pays.
    costs: costs === 'equal' ? 'shared' : costs === 'asking_side' ? null : costs,
    endsWhen: over[language] || null,
  };
}
