import { isbot } from 'isbot';

/** What is kept of a user agent: a robot or not, and the family, never the text. */
export interface Agent {
  readonly bot: boolean;
  readonly family: string;
  /** Tells agents apart within this process without holding on to their text in every key. */
  readonly number: number;
}

const MOST_KNOWN = 5000;
const LONGEST = 1000;

/** Order matters: every browser claims to be several others. */
const FAMILIES: readonly (readonly [mark: string, family: string])[] = [
  ['Edg', 'edge'],
  ['OPR/', 'opera'],
  ['SamsungBrowser/', 'samsung'],
  ['YaBrowser/', 'yandex'],
  ['Vivaldi/', 'vivaldi'],
  ['DuckDuckGo/', 'duckduckgo'],
  ['FBAN/', 'facebook-app'],
  ['FBAV/', 'facebook-app'],
  ['Instagram', 'instagram-app'],
  ['FxiOS/', 'firefox'],
  ['Firefox/', 'firefox'],
  ['CriOS/', 'chrome'],
  ['Chrome/', 'chrome'],
  ['Safari/', 'safari'],
  ['AppleWebKit/', 'webkit'],
];

const SYSTEMS: readonly (readonly [mark: string, system: string])[] = [
  ['Windows', 'windows'],
  ['Android', 'android'],
  ['iPhone', 'ios'],
  ['iPad', 'ios'],
  ['Macintosh', 'macos'],
  ['CrOS', 'chromeos'],
  ['Linux', 'linux'],
];

/** Reads user agents, remembering the last few thousand: the test for robots is a long expression, agents are few. */
export function createAgentReader(): (userAgent: string) => Agent {
  let known = new Map<string, Agent>();
  let older = new Map<string, Agent>();
  let number = 0;
  return (userAgent) => {
    const found = known.get(userAgent);
    if (found !== undefined) return found;
    const text = userAgent.slice(0, LONGEST);
    const agent = older.get(userAgent) ?? { bot: text === '' || isbot(text), family: familyOf(text), number: (number += 1) };
    if (known.size >= MOST_KNOWN) [older, known] = [known, new Map()];
    known.set(userAgent, agent);
    return agent;
  };
}

/** `chrome android`, `safari ios`, `other`: too coarse to tell one person from another. */
export function familyOf(userAgent: string): string {
  const family = FAMILIES.find(([mark]) => userAgent.includes(mark))?.[1] ?? 'other';
  const system = SYSTEMS.find(([mark]) => userAgent.includes(mark))?.[1];
  return system === undefined ? family : `${family} ${system}`;
}
