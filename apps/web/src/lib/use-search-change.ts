import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Changes what the address says of the screen one is on, whichever part of a page that is; `undefined` takes a name out. */
export function useSearchChange(): (changes: Readonly<Record<string, string | undefined>>) => void {
  const navigate = useNavigate();
  return useCallback(
    (changes) =>
      void navigate({
        to: '.',
        search: ((now: object) => ({ ...now, ...changes })) as never,
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
}
