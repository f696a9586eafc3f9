export { rebuildSums } from './rebuild-sums.ts';
export { conversionFaults } from './sums/sum-faults.store.ts';
export { rollUpAll, rollUpConversions } from './verbs/roll-up-conversions.ts';
export { serveAnalytics } from './analytics.routes.ts';
export { followCounting, type SumsFollower } from './follow-counting.ts';
