import { FULL, type Span } from './compare.ts';
import { agendaWords, differenceWords } from './difference-words.ts';
import {
  dimensions,
  type Answer,
  type Answers,
  type ClauseKind,
  type Dimension,
  type Item,
  type Questionnaire,
  type Words,
} from './questionnaire.ts';
import { scoreOf, termsOf, type Score, type Term } from './score.ts';

export const severities = ['serious', 'notable', 'minor', 'aligned', 'unknown', 'shown'] as const;
/** How far apart two answers are; `unknown` when one is missing, `shown` where nothing is judged. */
export type Severity = (typeof severities)[number];

export interface Difference {
  readonly item: string;
  readonly dimension: Dimension;
  readonly severity: Severity;
  readonly value: Span;
  readonly weight: number;
  readonly wish: Term['wish'];
  readonly company: Answer | null;
  readonly partner: Answer | null;
  readonly text: Words;
  readonly clauses: readonly ClauseKind[];
}

/** Something to talk about, with what could be written about it in the charter. */
export interface AgendaPoint {
  readonly dimension: Dimension;
  readonly severity: 'serious' | 'notable' | 'minor' | 'unknown';
  readonly minutes: number;
  readonly text: Words;
  readonly items: readonly string[];
  readonly clauses: readonly ClauseKind[];
}

export interface Revealed {
  /** null where nothing counts. */
  readonly score: Score | null;
  readonly dimensions: readonly { readonly dimension: Dimension; readonly weight: number; readonly score: Score | null }[];
  /** The farthest apart and heaviest first. */
  readonly differences: readonly Difference[];
  readonly agenda: readonly AgendaPoint[];
  /** Proposed by the agenda, the most pressing first. */
  readonly clauses: readonly ClauseKind[];
}

/** Puts the answers of both sides beside each other: where they differ, how much, what to talk about and what to write down. */
export function reveal(questionnaire: Questionnaire, company: Answers, partner: Answers): Revealed {
  const terms = termsOf(questionnaire, company, partner);
  const byKey = new Map(questionnaire.items.map((item) => [item.key, item]));
  const differences = terms.flatMap((term) => {
    const item = byKey.get(term.item);
    return item === undefined ? [] : [differenceOf(item, term)];
  });
  differences.sort(byPressure);
  const agenda = agendaOf(differences, byKey);
  return {
    score: scoreOf(terms),
    dimensions: dimensions
      .map((dimension) => ({ dimension, own: terms.filter((term) => term.dimension === dimension) }))
      .filter(({ own }) => own.length > 0)
      .map(({ dimension, own }) => ({
        dimension,
        weight: own.reduce((sum, { weight }) => sum + weight, 0),
        score: scoreOf(own),
      })),
    differences,
    agenda,
    clauses: [...new Set(agenda.flatMap(({ clauses }) => clauses))],
  };
}

/** Below these values (in hundredths of a percent) two answers are seriously, notably, a little apart. */
export const thresholds = { serious: 3000, notable: 6000, minor: 9000 } as const;

function severityOf({ isKnown, counts, value, weight }: Term, { compare }: Item): Severity {
  if (compare === 'none') return 'shown';
  if (!isKnown || counts === 'maybe') return weight === 0 ? 'shown' : 'unknown';
  if (value.worst < thresholds.serious) return 'serious';
  if (value.worst < thresholds.notable) return 'notable';
  return value.worst < thresholds.minor ? 'minor' : 'aligned';
}

function differenceOf(item: Item, term: Term): Difference {
  const severity = severityOf(term, item);
  const { dimension, value, weight, wish, company, partner } = term;
  const text = differenceWords(item, { severity, wish, company, partner });
  return { item: item.key, dimension, severity, value, weight, wish, company, partner, text, clauses: item.clauses };
}

/** By severity, then by what is lost of the score, then by key: whatever the order of the questionnaire. */
function byPressure(left: Difference, right: Difference): number {
  const rank = severities.indexOf(left.severity) - severities.indexOf(right.severity);
  if (rank !== 0) return rank;
  const lost = (difference: Difference) => difference.weight * (FULL - difference.value.worst);
  return lost(right) - lost(left) || order(left.item, right.item) || order(left.wish ?? '', right.wish ?? '');
}

function order(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

const minutesOf = { serious: 15, notable: 10, minor: 5, unknown: 5 } as const;
const longest = 45;

/** One point a dimension and severity: what is minor is only named beside what is not. */
function agendaOf(differences: readonly Difference[], byKey: ReadonlyMap<string, Item>): AgendaPoint[] {
  const points: AgendaPoint[] = [];
  for (const severity of ['serious', 'notable', 'unknown', 'minor'] as const) {
    const groups = new Map<Dimension, Difference[]>();
    for (const difference of differences) {
      if (difference.severity !== severity) continue;
      groups.set(difference.dimension, [...(groups.get(difference.dimension) ?? []), difference]);
    }
    for (const [dimension, group] of groups) {
      const keys = [...new Set(group.map(({ item }) => item))];
      const asked = keys.flatMap((key) => byKey.get(key)?.text ?? []);
      points.push({
        dimension,
        severity,
        minutes: Math.min(longest, minutesOf[severity] * keys.length),
        text: agendaWords(severity, asked),
        items: keys,
        clauses: severity === 'unknown' ? [] : [...new Set(group.flatMap(({ clauses }) => clauses))],
      });
    }
  }
  return points;
}
