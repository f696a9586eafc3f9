export { registerCharters } from './charter.routes.ts';
export { charterAt, type CharterHold, charterHolds, type CharterOfDay } from './queries/charters-on.ts';
