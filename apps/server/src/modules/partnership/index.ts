export { servePartnerships } from './partnership.routes.ts';
