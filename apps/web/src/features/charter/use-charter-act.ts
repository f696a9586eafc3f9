import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, type InputOf, type RouteId } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { toast } from '../../ui/toast.ts';
import { touched } from './charter.queries.ts';

/** Does something about a charter, reads it again and says that it is done. A refusal is kept, to be shown where it was asked; `act` then gives false. */
export function useCharterAct(done?: () => void) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const act = async <Id extends RouteId>(id: Id, input: InputOf<Id>, said: string): Promise<boolean> => {
    setBusy(true);
    setError(null);
    try {
      await call(id, input);
      await refresh(client, ...touched);
      toast(said);
      done?.();
      return true;
    } catch (refusal) {
      setError(refusal);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { act, busy, error };
}
