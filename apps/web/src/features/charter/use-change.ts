import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import type { InputOf } from '../../lib/api/call.ts';
import { Problem } from '../../lib/api/problem.ts';
import type { Version } from './charter.queries.ts';
import { useCharterAct } from './use-charter-act.ts';

export type Change = InputOf<'editCharter'>['body']['changes'][number];

/** What was refused, by the field it is about: `roles.0.activity.fr`. */
export type FieldFaults = Readonly<Record<string, string>>;

/**
 * Makes changes in a draft of one's own at once, or proposes each in a shared one. What was refused of a field is told by its path in the
 * document; `error` is what concerns none.
 */
export function useChange(charterId: string, version: Pick<Version, 'state' | 'revision'>, done: () => void) {
  const { t } = useLingui();
  const { act, busy, error } = useCharterAct();
  const [asked, setAsked] = useState<readonly Change[]>([]);
  // Of several proposals some may be made before one is refused: they are not made again.
  const made = useRef(new Set<string>());
  const params = { id: charterId };
  const change = async (changes: readonly Change[], text = ''): Promise<void> => {
    if (version.state === 'own') {
      setAsked(changes);
      const body = { revision: version.revision, changes: [...changes] };
      if (await act('editCharter', { params, body }, t`Changed.`)) done();
      return;
    }
    for (const one of changes) {
      const key = JSON.stringify(one);
      if (made.current.has(key)) continue;
      setAsked([one]);
      const body = { change: one, ...(text.trim() === '' ? {} : { text }) };
      if (!(await act('proposeCharterChange', { params, body }, t`Proposed. The other side accepts or refuses it.`))) return;
      made.current.add(key);
    }
    done();
  };
  const faults = fieldFaults(error, asked);
  return { change, busy, error: Object.keys(faults).length > 0 ? null : error, faults };
}

function fieldFaults(error: unknown, asked: readonly Change[]): FieldFaults {
  if (!(error instanceof Problem)) return {};
  const told = error.fields.flatMap(({ path, message }) => {
    const [, index, rest] = /^change(?:s\.(\d+))?\.after\.(.+)$/.exec(path) ?? [];
    const change = asked[Number(index ?? 0)];
    return rest === undefined || change === undefined ? [] : [[`${change.part}.${rest}`, message] as const];
  });
  // The first fault of a field says most.
  return Object.fromEntries(told.toReversed());
}
