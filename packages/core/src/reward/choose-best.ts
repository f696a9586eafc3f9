import type { CompiledRule } from '../plan/compiled-plan.ts';
import type { Candidate } from './candidate.ts';
import { mark, matches, passLine, takeCandidate, type Evaluation } from './evaluation.ts';
import { priceLine, priceOrder } from './price-rule.ts';

/**
 * The most money wins. Per line the best line rule is kept; then the best order-wide rule competes with the total of the
 * lines. Only amounts of one currency are compared: against another currency the earlier clause wins, as it does a tie.
 * Each non-cash unit is a contest of its own, so points are never weighed against money.
 */
export function chooseBest(
  evaluation: Evaluation,
  lineRules: readonly CompiledRule[],
  orderRules: readonly CompiledRule[],
): Candidate[] {
  const lineWinners: Candidate[] = [];
  for (const line of evaluation.context.lines) {
    const contest: Contest = new Map();
    for (const rule of lineRules) {
      if (matches(evaluation, rule, line)) enter(evaluation, contest, priceLine(evaluation, rule, line));
    }
    for (const winner of contest.values()) {
      takeCandidate(evaluation, winner);
      lineWinners.push(winner);
    }
    passLine(evaluation, line);
  }
  const orderContest: Contest = new Map();
  for (const rule of orderRules) {
    if (matches(evaluation, rule, null)) enter(evaluation, orderContest, priceOrder(evaluation, rule));
  }
  if (orderContest.size === 0) return lineWinners;
  return settle(evaluation, lineWinners, orderContest);
}

/** The winner so far by contest: money (under ''), and each non-cash unit. */
type Contest = Map<string, Candidate>;

function contestOf({ rule }: Candidate): string {
  return rule.unit ?? '';
}

function enter(evaluation: Evaluation, contest: Contest, candidate: Candidate): void {
  const name = contestOf(candidate);
  const held = contest.get(name);
  if (candidate.amount <= 0n) {
    mark(evaluation, candidate.rule, 'zero');
    // A retroactive rule that pays nothing yet still has to count the line, unless another rule pays it.
    if (candidate.retroactive !== null && held === undefined) contest.set(name, candidate);
    return;
  }
  if (held === undefined || held.amount <= 0n) {
    contest.set(name, candidate);
    return;
  }
  if (held.currency !== candidate.currency) {
    mark(evaluation, candidate.rule, 'earlier_rule');
    return;
  }
  const wins = candidate.amount > held.amount;
  if (wins) contest.set(name, candidate);
  mark(evaluation, (wins ? held : candidate).rule, 'lower');
}

function settle(evaluation: Evaluation, lineWinners: readonly Candidate[], orderContest: Contest): Candidate[] {
  let chosen = [...lineWinners];
  for (const [name, orderWinner] of orderContest) {
    const rivals = chosen.filter((candidate) => candidate.line !== null && contestOf(candidate) === name);
    const { orderWins, loserMark } = judge(orderWinner, rivals);
    if (!orderWins) {
      mark(evaluation, orderWinner.rule, loserMark);
      continue;
    }
    for (const rival of rivals) mark(evaluation, rival.rule, loserMark);
    // Retroactive rules pay a percentage, so they are in the money contest only: what they took is given back.
    if (name === '') evaluation.retroactive = null;
    chosen = [...chosen.filter((candidate) => !rivals.includes(candidate)), orderWinner];
  }
  return chosen;
}

interface Judgement {
  readonly orderWins: boolean;
  readonly loserMark: 'lower' | 'earlier_rule';
}

function judge(orderWinner: Candidate, lineWinners: readonly Candidate[]): Judgement {
  const rivals = lineWinners.filter(({ amount }) => amount > 0n);
  const earliest = rivals.reduce((least, { rule }) => Math.min(least, rule.index), Infinity);
  const comparable = rivals.every((rival) => rival.currency === orderWinner.currency);
  if (!comparable) return { orderWins: orderWinner.rule.index < earliest, loserMark: 'earlier_rule' };
  const total = rivals.reduce((sum, rival) => sum + rival.amount, 0n);
  const tie = total === orderWinner.amount;
  return { orderWins: tie ? orderWinner.rule.index < earliest : orderWinner.amount > total, loserMark: 'lower' };
}
