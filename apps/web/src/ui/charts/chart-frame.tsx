import { Button, Group, Paper, SegmentedControl, Table, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Suspense, useRef, useState, type ReactNode } from 'react';
import { problemToast } from '../toast.ts';
import { saveFile } from '../save-file.ts';
import classes from './chart-frame.module.css';

export interface ChartTable {
  readonly head: readonly string[];
  /** Texts as people read them, in the order of the head. */
  readonly rows: readonly (readonly string[])[];
  /** The same for a spreadsheet, where it is not what people read: plain numbers and ISO days. */
  readonly plainRows?: readonly (readonly string[])[];
}

interface ChartFrameProps {
  readonly title: string;
  /** Of the files, without an ending. */
  readonly fileName: string;
  readonly table: ChartTable;
  readonly height?: number;
  /** The drawing; loaded with `lazy`, so that it comes when it is looked at. */
  readonly children: ReactNode;
}

/** A chart that is a table as well, and leaves as CSV or PNG. */
export function ChartFrame({ title, fileName, table, height = 280, children }: ChartFrameProps) {
  const { t } = useLingui();
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const drawing = useRef<HTMLDivElement>(null);
  const savePicture = async () => {
    try {
      const { pictureOf } = await import('./picture.ts');
      const svg = drawing.current?.querySelector('svg');
      if (svg !== null && svg !== undefined) saveFile(await pictureOf(svg, title), `${fileName}.png`);
    } catch (error) {
      problemToast(error);
    }
  };
  const saveTable = () => {
    const lines = [table.head, ...(table.plainRows ?? table.rows)];
    // A byte order mark, so that spreadsheets read accents.
    const text = `\uFEFF${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`;
    saveFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), `${fileName}.csv`);
  };
  return (
    <Paper component="section" withBorder p="md" className={classes['frame'] ?? ''} aria-label={title}>
      <Group justify="space-between" mb="sm" gap="xs">
        <Title order={2} size="h3">
          {title}
        </Title>
        <Group gap={6}>
          <SegmentedControl
            size="xs"
            transitionDuration={0}
            aria-label={t`How it is shown: ${title}`}
            value={view}
            onChange={setView}
            data={[
              { value: 'chart', label: t`Chart` },
              { value: 'table', label: t`Table` },
            ]}
          />
          <Button size="compact-sm" variant="default" onClick={saveTable}>
            {'CSV'}
          </Button>
          {view === 'chart' && (
            <Button size="compact-sm" variant="default" onClick={() => void savePicture()}>
              {'PNG'}
            </Button>
          )}
        </Group>
      </Group>
      {view === 'chart' ? (
        <div ref={drawing} style={{ height }}>
          <Suspense fallback={<Trans>Loading</Trans>}>{children}</Suspense>
        </div>
      ) : (
        <DataTable title={title} table={table} />
      )}
    </Paper>
  );
}

function DataTable({ title, table: { head, rows } }: { title: string; table: ChartTable }) {
  return (
    <Table.ScrollContainer minWidth={360} maxHeight={420} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table aria-label={title} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            {head.map((name, index) => (
              <Table.Th key={name} scope="col" ta={index === 0 ? 'start' : 'end'}>
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.join('|')}>
              {row.map((cell, index) => (
                <Table.Td key={head[index]} ta={index === 0 ? 'start' : 'end'} className={index === 0 ? '' : 'figure'}>
                  {cell}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** As RFC 4180 has it; what a spreadsheet would run as a formula is kept a text. */
function quoted(cell: string): string {
  const safe = /^[=+@]|^-(?!\d)/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
