import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, type ReactNode } from 'react';

interface RowListProps<Row> {
  readonly rows: readonly Row[];
  readonly onChange: (rows: Row[]) => void;
  readonly keyOf: (row: Row) => string;
  /** What a row is called; shown above it, and said by its buttons. */
  readonly titleOf: (row: Row, index: number) => string;
  readonly blank: () => Row;
  readonly add: string;
  readonly empty: string;
  readonly most: number;
  /** Whether their order says something. */
  readonly ordered?: boolean;
  readonly children: (row: Row, change: (part: Partial<Row>) => void, index: number) => ReactNode;
}

/** Rows of a part of a charter: each in a frame of its own, with what takes it away; a new one at the end. */
export function RowList<Row>(props: RowListProps<Row>) {
  const { rows, onChange, keyOf, titleOf, blank, add, empty, most, ordered = false, children } = props;
  const { t } = useLingui();
  const frame = useRef<HTMLDivElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    frame.current?.querySelector<HTMLElement>(':scope > [data-row]:last-of-type :is(input, textarea)')?.focus();
  });
  const move = (from: number, to: number) => {
    const row = rows[from];
    if (row !== undefined) onChange(rows.toSpliced(from, 1).toSpliced(to, 0, row));
  };
  return (
    <Stack gap="sm" ref={frame}>
      {rows.length === 0 && (
        <Text size="sm" c="dimmed">
          {empty}
        </Text>
      )}
      {rows.map((row, index) => {
        const title = titleOf(row, index);
        return (
          <Paper key={keyOf(row)} component="fieldset" withBorder m={0} miw={0} p="sm" data-row aria-label={title}>
            <Group justify="space-between" mb={6} wrap="nowrap">
              <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
                {title}
              </Text>
              <Group gap={4} wrap="nowrap">
                {ordered && rows.length > 1 && (
                  <>
                    <RowButton label={t`Move up: ${title}`} disabled={index === 0} onClick={() => move(index, index - 1)}>
                      ↑
                    </RowButton>
                    <RowButton
                      label={t`Move down: ${title}`}
                      disabled={index === rows.length - 1}
                      onClick={() => move(index, index + 1)}
                    >
                      ↓
                    </RowButton>
                  </>
                )}
                <RowButton label={t`Take away: ${title}`} onClick={() => onChange(rows.toSpliced(index, 1))}>
                  <Trans>Take away</Trans>
                </RowButton>
              </Group>
            </Group>
            <Stack gap="xs">{children(row, (part) => onChange(rows.with(index, { ...row, ...part })), index)}</Stack>
          </Paper>
        );
      })}
      <Group>
        <Button
          size="xs"
          variant="default"
          disabled={rows.length >= most}
          onClick={() => {
            added.current = true;
            onChange([...rows, blank()]);
          }}
        >
          {add}
        </Button>
      </Group>
    </Stack>
  );
}

interface RowButtonProps {
  readonly label: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function RowButton({ label, disabled = false, onClick, children }: RowButtonProps) {
  return (
    <Button size="compact-xs" variant="subtle" color="gray" aria-label={label} disabled={disabled} onClick={onClick}>
      {children}
    </Button>
  );
}

/** A key for what is new: never one that stood for something else in a former version. */
export function newKey(kind: string): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return `${kind}_${number.toString(36).padStart(7, '0')}`;
}
