import type { ReactNode } from 'react';
import classes from './data-list.module.css';
import { Heads, type Column } from './data-rows.tsx';

interface SheetProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Whether a row sums up others. */
  readonly isSum?: (row: Row) => boolean;
}

/** A table that exists whole, so that it can be printed and searched: for what has an end. Long lists are a `DataList`. */
export function Sheet<Row>({ label, columns, rows, keyOf, isSum = () => false }: SheetProps<Row>): ReactNode {
  return (
    <table className={classes['table']} role="table" aria-label={label}>
      <Heads columns={columns} />
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row" data-sum={isSum(row)}>
            {columns.map(({ id, header, align, cell }) => (
              <td key={id} role="cell" data-label={header} data-align={align}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
