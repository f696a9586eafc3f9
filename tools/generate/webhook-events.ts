import type { Language } from '@cordee/contract/language';
import { webhookEvents } from '@cordee/contract/webhook-events';

const PART = /(<!-- events: [^>]*-->\n)[^]*(<!-- end of events -->)/;
const heads = { en: '| type | told when |', fr: '| type | envoyé quand |' } as const;

/** A guide with the table of events in its place; throws when the place is missing. */
export function withEvents(guide: string, language: Language): string {
  if (!PART.test(guide)) throw new Error('the guide has no place for the events');
  const rows = Object.entries(webhookEvents).map(([type, { summary }]) => `| \`${type}\` | ${summary[language]} |`);
  return guide.replace(PART, (_, before: string, after: string) =>
    [before + heads[language], '|---|---|', ...rows, after].join('\n'),
  );
}
