export { gateFactsOf, type GateSource } from './gates/gate-facts.ts';
export { getPartnership } from './queries/get-partnership.ts';
export { movePartnership } from './verbs/move-partnership.ts';
export { jointFactToTell } from './joint/joint-fact.store.ts';
export { servePartnerships } from './partnership.routes.ts';
export { seenPeople } from './people/seen-people.ts';
