export { countPaths, type MarkovOrder, type PathCounts } from './count-paths.ts';
export { heuristicShares, type HeuristicShares } from './heuristics.ts';
export { conversionProbability, markovShares, removalEffects } from './markov.ts';
export type { PathSet } from './paths.ts';
export { shapley, shapleyShares } from './shapley.ts';
