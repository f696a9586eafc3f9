import { Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';

const route = getRouteApi('/console/law');
const CaseScreen = lazy(async () => ({ default: (await import('./guards-screen.tsx')).GuardsScreen }));
const SetsScreen = lazy(async () => ({ default: (await import('./guard-sets-screen.tsx')).GuardSetsScreen }));
const SetScreen = lazy(async () => ({ default: (await import('./guard-set-screen.tsx')).GuardSetScreen }));
const AddSet = lazy(async () => ({ default: (await import('./add-guard-set.tsx')).AddGuardSet }));

/** What the law asks of a case; with `sets`, the sets of rules: all, a new one, or one of them. */
export function LawScreen() {
  const { sets }: { readonly sets?: unknown } = route.useSearch();
  return (
    <Suspense fallback={<Skeleton h={320} />}>
      {typeof sets !== 'string' && <CaseScreen />}
      {sets === 'all' && <SetsScreen />}
      {sets === 'new' && <AddSet />}
      {typeof sets === 'string' && sets !== 'all' && sets !== 'new' && <SetScreen setId={sets} />}
    </Suspense>
  );
}
