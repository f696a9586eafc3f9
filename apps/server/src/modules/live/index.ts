export { type LiveHub, openLiveHub } from './live-hub.ts';
export { serveLive } from './live.routes.ts';
