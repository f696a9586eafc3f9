import { Group, Skeleton, Stack } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DataRows, type Column, type RowsOf } from './data-rows.tsx';
import { ProblemNotice } from './problem-notice.tsx';

export type { Column };

interface DataListProps<Row> extends Pick<RowsOf<Row>, 'label' | 'columns' | 'keyOf' | 'onOpen' | 'onActive'> {
  readonly list: Pick<UseInfiniteQueryResult<Row[]>, 'data' | 'error' | 'isPending' | 'refetch'> & RowsOf<Row>['list'];
  /** Shown when there is nothing: says what to do next. */
  readonly empty: ReactNode;
  /** Filters, and buttons such as the CSV download, above the list. */
  readonly tools?: ReactNode;
}

/**
 * A list of any length: pages come as one scrolls, only the rows in sight exist, arrow keys move and Enter opens. On a phone each
 * row is a card.
 */
export function DataList<Row>({ label, list, columns, keyOf, onOpen, onActive, empty, tools }: DataListProps<Row>) {
  const rows = list.data ?? [];
  return (
    <Stack gap="sm">
      {tools !== undefined && <Group gap="xs">{tools}</Group>}
      {list.error !== null && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && list.error === null && <Waiting columns={columns.length} />}
      {list.data !== undefined && rows.length === 0 && list.error === null && empty}
      {rows.length > 0 && (
        <DataRows
          label={label}
          rows={rows}
          columns={columns}
          keyOf={keyOf}
          list={list}
          {...(onOpen === undefined ? {} : { onOpen })}
          {...(onActive === undefined ? {} : { onActive })}
        />
      )}
    </Stack>
  );
}

function Waiting({ columns }: { columns: number }) {
  const { t } = useLingui();
  return (
    <Stack gap={9} aria-label={t`Loading`} component="output">
      {Array.from({ length: 8 }, (_, index) => (
        <Skeleton key={index} height={24} width={columns > 2 ? '100%' : '60%'} />
      ))}
    </Stack>
  );
}
