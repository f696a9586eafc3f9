import { useLingui } from '@lingui/react/macro';
import type { InputOf } from '../../lib/api/call.ts';
import type { Version } from './charter.queries.ts';
import { useCharterAct } from './use-charter-act.ts';

export type Change = InputOf<'editCharter'>['body']['changes'][number];

/** Makes changes in a draft of one's own at once, or proposes each in a shared one. */
export function useChange(charterId: string, version: Pick<Version, 'state' | 'revision'>, done: () => void) {
  const { t } = useLingui();
  const { act, busy, error } = useCharterAct();
  const params = { id: charterId };
  const change = async (changes: readonly Change[]): Promise<void> => {
    if (version.state === 'own') {
      const body = { revision: version.revision, changes: [...changes] };
      if (await act('editCharter', { params, body }, t`Changed.`)) done();
      return;
    }
    for (const one of changes) {
      if (!(await act('proposeCharterChange', { params, body: { change: one } }, t`Proposed.`))) return;
    }
    done();
  };
  return { change, busy, error };
}
