import type { LiveFact } from '@cordee/contract/live';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { listen } from './call.ts';
import { asProblem } from './problem.ts';

export interface LiveListener {
  readonly onFact: (fact: LiveFact) => void;
  /** More happened than is told one by one. */
  readonly onSkipped: () => void;
  /** Whether what happens is heard at the moment. */
  readonly onState: (heard: boolean) => void;
}

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

/**
 * Tells of new facts until the signal ends it; after a lost connection it goes on where it was. Read by fetch, since the browser's own
 * EventSource cannot say which workspace is meant.
 */
export async function followLive({ onFact, onSkipped, onState }: LiveListener, signal: AbortSignal): Promise<void> {
  let last = '';
  let wait = FIRST_WAIT;
  while (!signal.aborted) {
    try {
      const headers: Record<string, string> = last === '' ? {} : { 'last-event-id': last };
      const text = await listen('followLive', {}, { signal, headers });
      onState(true);
      wait = FIRST_WAIT;
      for await (const { event, data, id } of text.pipeThrough(new EventSourceParserStream())) {
        if (id !== undefined && id !== '') last = id;
        if (event === 'fact') onFact(JSON.parse(data) as LiveFact);
        else if (event === 'skipped') onSkipped();
        else if (event === 'end') break;
      }
    } catch (error) {
      const { status } = asProblem(error);
      // Whoever may not listen now may not a second later.
      if (signal.aborted || status === 401 || status === 403) return;
    }
    onState(false);
    await pause(wait, signal);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
