// Counts all facts again, for another thread to compare.
import type { Terms } from '@cordee/core/counting';
import type { MessagePort } from 'node:worker_threads';
import { serveThread } from '../../../../platform/threads/index.ts';
import { verify } from '../verify.store.ts';
import { checksThroughPort } from './checks-through-port.ts';
import { readAt, type SnapshotPlace } from './snapshot-place.ts';

export interface VerifyWork extends SnapshotPlace {
  readonly terms: Terms;
  readonly port: MessagePort;
}

export type VerifyNews = 'begun' | { readonly facts: number; readonly total: number };

serveThread(async ({ port, terms, ...place }: VerifyWork, tell: (news: VerifyNews) => void) => {
  try {
    return await readAt(
      place,
      () => tell('begun'),
      (tx, openBeside) =>
        verify(tx, openBeside, { workspaceId: place.workspaceId, terms }, checksThroughPort(port), (facts, total) =>
          tell({ facts, total }),
        ),
    );
  } finally {
    port.close();
  }
});
