import { Text } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { Column } from '../../ui/data-list.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Instant } from '../../ui/values.tsx';
import { Part } from './part.tsx';
import type { Partnership } from './partnership.queries.ts';
import { stageWords } from './partnership-words.ts';

type Waiver = Partnership['waivers'][number];

/** What was passed over, by whom and why: only ever added to. */
export function Waivers({ waivers }: { waivers: readonly Waiver[] }) {
  const { t } = useLingui();
  const columns = useColumns();
  if (waivers.length === 0) return null;
  return (
    <Part title={t`Waived`}>
      <Sheet label={t`Waived`} columns={columns} rows={waivers} keyOf={({ at, gate, to }) => `${at} ${to} ${gate}`} />
    </Part>
  );
}

function useColumns(): Column<Waiver>[] {
  const { t } = useLingui();
  return [
    { id: 'gate', header: t`Missing was`, cell: ({ text }) => text },
    { id: 'to', header: t`Moved to`, cell: ({ to }) => t(stageWords[to]) },
    {
      id: 'reason',
      header: t`Reason`,
      cell: ({ reason }) => reason ?? <Text span c="dimmed">{t`None given: set by hand`}</Text>,
    },
    { id: 'by', header: t`By`, cell: ({ by }) => by ?? '' },
    { id: 'at', header: t`When`, align: 'end', cell: ({ at }) => <Instant at={at} show="day" /> },
  ];
}
