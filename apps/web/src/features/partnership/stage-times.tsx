import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '../../lib/api/call.ts';
import type { Column } from '../../ui/data-list.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Count } from '../../ui/values.tsx';
import { Part } from './part.tsx';
import { stageTimesQuery } from './partnership.queries.ts';
import { stageWords } from './partnership-words.ts';

type StageTime = AnswerOf<'listStageTimes'>[number];

/** How long partnerships stay at each stage, beside which this one may be read. */
export function StageTimes() {
  const { t } = useLingui();
  const query = useQuery(stageTimesQuery);
  const columns = useColumns();
  // A stage nobody stands or stood at says nothing.
  const rows = query.data?.filter(({ standing, stays }) => standing + stays > 0);
  return (
    <Part title={t`Time at each stage`} query={query} about={t`Of all partnerships, counting stays that are over.`}>
      {rows !== undefined && <Sheet label={t`Time at each stage`} columns={columns} rows={rows} keyOf={({ stage }) => stage} />}
    </Part>
  );
}

function useColumns(): Column<StageTime>[] {
  const { t, i18n } = useLingui();
  const days = (value: number | null) => (value === null ? '' : t`${i18n.number(value)} days`);
  return [
    { id: 'stage', header: t`Stage`, cell: ({ stage }) => t(stageWords[stage]) },
    { id: 'standing', header: t`There now`, align: 'end', cell: ({ standing }) => <Count of={standing} /> },
    { id: 'stays', header: t`Were there before`, align: 'end', cell: ({ stays }) => <Count of={stays} /> },
    { id: 'median', header: t`Half stay less than`, align: 'end', cell: ({ medianDays }) => days(medianDays) },
    { id: 'longest', header: t`Longest`, align: 'end', cell: ({ longestDays }) => days(longestDays) },
  ];
}
