import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconX } from '@tabler/icons-react';
import type { DaySpan } from '../lib/day-span.ts';
import { LocalDate } from './values.tsx';

/** The days a list is narrowed to, and the way to all of them; nothing when there are none. */
export function PeriodChip({ span: { from, to }, onClear }: { span: DaySpan; onClear: () => void }) {
  const { t } = useLingui();
  if (from === undefined && to === undefined) return null;
  return (
    <Button
      variant="default"
      size="sm"
      fw={400}
      rightSection={<IconX size={14} aria-hidden />}
      title={t`Show all days`}
      onClick={onClear}
    >
      {from !== undefined && to !== undefined ? (
        <Trans>
          <LocalDate date={from} /> to <LocalDate date={to} />
        </Trans>
      ) : (
        <LocalDate date={from ?? to ?? ''} />
      )}
    </Button>
  );
}
