import { hostOf } from '@cordee/core/program';

/** Where links of a program may lead: its own host first, then those of the workspace. */
export function linkHosts(destinationUrl: string, trackingHosts: readonly string[]): string[] {
  const home = hostOf(destinationUrl);
  return [...new Set([...(home === null ? [] : [home]), ...trackingHosts])];
}
