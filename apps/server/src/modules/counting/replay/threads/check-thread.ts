// Compares what is stored with what another thread says must be.
import type { MessagePort } from 'node:worker_threads';
import { serveThread } from '../../../../platform/threads/index.ts';
import { checksOver } from '../step-checks.store.ts';
import { serveChecks } from './checks-through-port.ts';
import { readAt, type SnapshotPlace } from './snapshot-place.ts';

export interface CheckWork extends SnapshotPlace {
  readonly port: MessagePort;
}

serveThread(async ({ port, ...place }: CheckWork, tell: (news: 'begun') => void) => {
  try {
    await readAt(
      place,
      () => tell('begun'),
      (tx) => serveChecks(port, checksOver(tx, place.workspaceId)),
    );
  } finally {
    port.close();
  }
});
