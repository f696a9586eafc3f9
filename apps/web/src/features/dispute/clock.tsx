import { Text } from '@mantine/core';
import { Plural, Trans } from '@lingui/react/macro';
import { LocalDate } from '../../ui/values.tsx';
import type { Dispute } from './dispute.queries.ts';

/** Until when the step runs, and how many days of it still count. */
export function Clock({ of: { deadline, daysLeft, state, endedOn } }: { of: Dispute }) {
  if (state === 'paused') return <Trans>The clock stands still</Trans>;
  if (deadline === null) return endedOn === null ? null : <LocalDate date={endedOn} />;
  return (
    <>
      <LocalDate date={deadline} />
      {daysLeft !== null && (
        <Text span size="xs" c="dimmed" display="block">
          <Plural value={daysLeft} _0="last day today" one="# day left" other="# days left" />
        </Text>
      )}
    </>
  );
}
