import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import classes from './data-list.module.css';
import { ProblemNotice } from './problem-notice.tsx';
import { useRowKeys } from './use-row-keys.ts';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the end, under each other. */
  readonly align?: 'end';
  /** A CSS width; what is left is shared. */
  readonly width?: string;
}

interface DataListProps<Row> {
  /** What the list is of, for those who hear it. */
  readonly label: string;
  readonly list: Pick<
    UseInfiniteQueryResult<Row[]>,
    'data' | 'error' | 'isPending' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage' | 'refetch'
  >;
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** What Enter and a click on the row do; the first cell should be a link to the same. */
  readonly onOpen?: (row: Row) => void;
  /** Shown when there is nothing: says what to do next. */
  readonly empty: ReactNode;
  /** Filters, and buttons such as the CSV download, above the list. */
  readonly tools?: ReactNode;
}

const ROW_HEIGHT = 41;
const NEAR_THE_END = 10;

/**
 * A list of any length: pages come as one scrolls, only the rows in sight exist, arrow keys move and Enter opens. On a phone each
 * row is a card.
 */
export function DataList<Row>({ label, list, columns, keyOf, onOpen, empty, tools }: DataListProps<Row>) {
  const rows = list.data ?? [];
  return (
    <Stack gap="sm">
      {tools !== undefined && <Group gap="xs">{tools}</Group>}
      {list.error !== null && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && list.error === null && <Waiting columns={columns.length} />}
      {list.data !== undefined && rows.length === 0 && list.error === null && empty}
      {rows.length > 0 && (
        <Rows
          label={label}
          rows={rows}
          columns={columns}
          keyOf={keyOf}
          list={list}
          {...(onOpen === undefined ? {} : { onOpen })}
        />
      )}
    </Stack>
  );
}

type RowsProps<Row> = Pick<DataListProps<Row>, 'label' | 'columns' | 'keyOf' | 'onOpen' | 'list'> & {
  readonly rows: readonly Row[];
};

function Rows<Row>({ label, rows, columns, keyOf, onOpen, list }: RowsProps<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [offset, setOffset] = useState(0);
  useEffect(() => setOffset(body.current?.offsetTop ?? 0), []);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 15,
    scrollMargin: offset,
    getItemKey: (index) => keyOf(rows[index] as Row),
    initialRect: { width: 1280, height: 900 },
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - NEAR_THE_END) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, rows.length]);
  const keys = useRowKeys({
    count: rows.length,
    reveal: (index) => virtual.scrollToIndex(index),
    open: (index) => {
      const row = rows[index];
      if (row !== undefined) onOpen?.(row);
    },
  });
  const before = (items[0]?.start ?? offset) - offset;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? offset) + offset;
  return (
    <>
      {/* Roles are said again because a phone shows rows as cards, and a table that is no grid forgets what it is. */}
      <table className={classes['table']} role="table" aria-label={label} aria-rowcount={hasNextPage ? -1 : rows.length + 1}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.id} role="columnheader" scope="col" data-align={column.align} style={{ width: column.width }}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" ref={body} onKeyDown={keys.onKeyDown}>
          <Space height={before} columns={columns.length} />
          {items.map(({ index, key }) => {
            const row = rows[index] as Row;
            return (
              <tr
                key={key}
                role="row"
                ref={virtual.measureElement}
                data-index={index}
                aria-rowindex={index + 2}
                tabIndex={index === keys.active ? 0 : -1}
                data-opens={onOpen !== undefined}
                onFocus={() => keys.setActive(index)}
                onClick={(event) => {
                  if (!isControl(event.target)) onOpen?.(row);
                }}
              >
                {columns.map((column) => (
                  <td key={column.id} role="cell" data-label={column.header} data-align={column.align}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
          <Space height={after} columns={columns.length} />
        </tbody>
      </table>
      {hasNextPage && (
        <Button
          variant="subtle"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
          style={{ alignSelf: 'center' }}
        >
          <Trans>Show more</Trans>
        </Button>
      )}
    </>
  );
}

/** Stands for the rows that are out of sight. */
function Space({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden className={classes['space']}>
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

function Waiting({ columns }: { columns: number }) {
  const { t } = useLingui();
  return (
    <Stack gap={9} aria-label={t`Loading`} role="status">
      {Array.from({ length: 8 }, (_, index) => (
        <Skeleton key={index} height={24} width={columns > 2 ? '100%' : '60%'} />
      ))}
    </Stack>
  );
}

/** A link or button inside a row does its own. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, select, label') !== null;
}
