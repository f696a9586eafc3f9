// Counts all facts under another plan.
import { serveThread } from '../../../../platform/threads/index.ts';
import { simulatedSums, type SimulationRequest } from '../simulate.store.ts';
import { readAt, type SnapshotPlace } from './snapshot-place.ts';

export interface SimulateWork {
  readonly place: SnapshotPlace;
  readonly request: SimulationRequest;
}

export type SimulateNews = 'begun' | { readonly facts: number };

serveThread(({ place, request }: SimulateWork, tell: (news: SimulateNews) => void) =>
  readAt(
    place,
    () => tell('begun'),
    (tx) => simulatedSums(tx, request, (facts) => tell({ facts })),
  ),
);
