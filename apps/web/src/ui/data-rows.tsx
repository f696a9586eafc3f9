import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useLayoutEffect, useMemo, type ReactNode, type Ref } from 'react';
import classes from './data-list.module.css';
import { useRowKeys } from './use-row-keys.ts';
import { useVisibleRows } from './use-visible-rows.ts';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the end, under each other. */
  readonly align?: 'end';
  /** A CSS width; what is left is shared. */
  readonly width?: string;
}

export interface RowsOf<Row> {
  /** What the list is of, for those who hear it. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** What Enter and a click on the row do; the first cell should be a link to the same. */
  readonly onOpen?: (row: Row) => void;
  /** Told which row the keys act on, whenever it becomes another. */
  readonly onActive?: (row: Row) => void;
  readonly list: Pick<UseInfiniteQueryResult<Row[]>, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;
}

/** The rows of a list: only those in sight exist. */
export function DataRows<Row>({ label, rows, columns, keyOf, onOpen, onActive, list }: RowsOf<Row>) {
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useMemo(
    () => (hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : null),
    [hasNextPage, isFetchingNextPage, fetchNextPage],
  );
  const { body, items, before, after, measure, reveal } = useVisibleRows({
    count: rows.length,
    keyOf: (index) => keyOf(rows[index] as Row),
    more,
  });
  const keys = useRowKeys({
    count: rows.length,
    reveal,
    open: (index) => {
      const row = rows[index];
      if (row !== undefined) onOpen?.(row);
    },
  });
  const current = rows[keys.active];
  // At once: a key that follows must act on this row, however busy the page is.
  useLayoutEffect(() => {
    if (current !== undefined) onActive?.(current);
  }, [current, onActive]);
  return (
    <>
      <table className={classes['table']} role="table" aria-label={label} aria-rowcount={hasNextPage ? -1 : rows.length + 1}>
        <Heads columns={columns} />
        <tbody role="rowgroup" ref={body} onKeyDown={keys.onKeyDown}>
          <Space height={before} columns={columns.length} />
          {items.map(({ index, key }) => (
            <Line
              key={key}
              index={index}
              row={rows[index] as Row}
              columns={columns}
              active={index === keys.active}
              onActive={keys.setActive}
              measure={measure}
              {...(onOpen === undefined ? {} : { onOpen })}
            />
          ))}
          <Space height={after} columns={columns.length} />
        </tbody>
      </table>
      {hasNextPage && (
        <Button variant="subtle" loading={isFetchingNextPage} onClick={more ?? undefined} style={{ alignSelf: 'center' }}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </>
  );
}

/** The first line of a table. */
export function Heads<Row>({ columns }: Pick<RowsOf<Row>, 'columns'>) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {columns.map(({ id, header, align, width }) => (
          <th key={id} role="columnheader" scope="col" data-align={align} style={{ width }}>
            {header}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface LineProps<Row> extends Pick<RowsOf<Row>, 'columns' | 'onOpen'> {
  readonly row: Row;
  readonly index: number;
  readonly active: boolean;
  readonly onActive: (index: number) => void;
  readonly measure: Ref<HTMLTableRowElement>;
}

function Line<Row>({ row, index, columns, active, onActive, onOpen, measure }: LineProps<Row>) {
  return (
    <tr
      role="row"
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      tabIndex={active ? 0 : -1}
      data-opens={onOpen !== undefined}
      onFocus={() => onActive(index)}
      onClick={(event) => {
        if (!isControl(event.target)) onOpen?.(row);
      }}
    >
      {columns.map(({ id, header, align, cell }) => (
        <td key={id} role="cell" data-label={header} data-align={align}>
          {cell(row)}
        </td>
      ))}
    </tr>
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

/** A link or button inside a row does its own. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, select, label') !== null;
}
