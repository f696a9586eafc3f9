import type { CharterDocument, InBoth } from '../charter/index.ts';

/** What an exit plan may lack. An error keeps it from being complete, a warning does not. */
export const exitGapCodes = [
  'no_charter',
  'data',
  'customers',
  'assets',
  'way_out',
  'confidentiality',
  'run_off_differs',
  'access_before_balance',
] as const;
export type ExitGapCode = (typeof exitGapCodes)[number];

export interface ExitGap {
  readonly code: ExitGapCode;
  readonly grade: 'error' | 'warning';
  readonly message: InBoth;
}

const gaps: Readonly<Record<ExitGapCode, Omit<ExitGap, 'code'>>> = {
  no_charter: {
    grade: 'error',
    message: {
      en: 'No charter is in force, so nothing about the end is agreed.',
      fr: 'Aucune charte n’est en vigueur : rien n’est convenu pour la fin.',
    },
  },
  data: {
    grade: 'error',
    message: {
      en: 'The exit plan does not say, in both languages, what happens to data.',
      fr: 'Le plan de sortie ne dit pas, dans les deux langues, ce que deviennent les données.',
    },
  },
  customers: {
    grade: 'error',
    message: {
      en: 'The exit plan does not say, in both languages, who keeps the customers and who tells them.',
      fr: 'Le plan de sortie ne dit pas, dans les deux langues, qui garde les clients et qui les informe.',
    },
  },
  assets: {
    grade: 'error',
    message: {
      en: 'The exit plan does not say, in both languages, what is given back.',
      fr: 'Le plan de sortie ne dit pas, dans les deux langues, ce qui est restitué.',
    },
  },
  way_out: {
    grade: 'error',
    message: {
      en: 'The charter has neither a notice nor a term: nobody can say when it could end.',
      fr: 'La charte n’a ni préavis ni terme : personne ne peut dire quand elle pourrait finir.',
    },
  },
  confidentiality: {
    grade: 'warning',
    message: {
      en: 'No clause says how long confidentiality lasts after the end.',
      fr: 'Aucune clause ne dit combien de temps la confidentialité dure après la fin.',
    },
  },
  run_off_differs: {
    grade: 'warning',
    message: {
      en: 'A clause and the exit plan give different lengths of run-off; the exit plan is followed.',
      fr: 'Une clause et le plan de sortie donnent des durées différentes pour les commissions à échoir ; le plan de sortie est suivi.',
    },
  },
  access_before_balance: {
    grade: 'warning',
    message: {
      en: 'Access ends before the final balance is due: the partner would no longer read its final account.',
      fr: 'L’accès cesse avant l’échéance du solde final : le partenaire ne lirait plus son arrêté de compte.',
    },
  },
};

/** What is missing in the exit plan of a charter; null: there is no charter. */
export function exitPlanGaps(document: CharterDocument | null): ExitGap[] {
  if (document === null) return [gapOf('no_charter')];
  const { exit, clauses } = document;
  const terms = clauses.flatMap((clause) => clause.terms);
  const found: ExitGapCode[] = (['data', 'customers', 'assets'] as const).filter((part) => !isSaid(exit[part]));
  const ends = terms.some((one) => one.kind === 'notice' || (one.kind === 'duration' && one.months !== null));
  if (!ends) found.push('way_out');
  if (!terms.some(({ kind }) => kind === 'confidentiality')) found.push('confidentiality');
  if (terms.some((one) => one.kind === 'run_off' && one.months !== exit.runOffMonths)) found.push('run_off_differs');
  if (exit.accessDays < exit.balanceDays) found.push('access_before_balance');
  return found.map(gapOf);
}

/** Whether an exit plan can be followed as it is: no gap is an error. */
export function isExitPlanComplete(document: CharterDocument | null): boolean {
  return exitPlanGaps(document).every(({ grade }) => grade === 'warning');
}

function isSaid({ fr, en }: InBoth): boolean {
  return fr.trim() !== '' && en.trim() !== '';
}

function gapOf(code: ExitGapCode): ExitGap {
  return { code, ...gaps[code] };
}
