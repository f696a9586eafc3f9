import { Plural, Trans } from '@lingui/react/macro';
import { Instant } from '../../ui/values.tsx';
import type { Claim } from './claim.queries.ts';

/** Until when the company has to answer; its last day is whole. */
export function Deadline({ claim: { deadline, overdue, daysLeft, state } }: { claim: Claim }) {
  if (state === 'asked') return <Trans>Stands still</Trans>;
  if (deadline === null) return null;
  const day = <Instant at={new Date(Date.parse(deadline) - 1).toISOString()} show="day" />;
  if (overdue) {
    return (
      <span style={{ color: 'var(--mantine-color-error)' }}>
        <Trans>Overdue since {day}</Trans>
      </span>
    );
  }
  return (
    <span>
      {day}
      {daysLeft !== null && (
        <>
          {' · '}
          <Plural value={daysLeft} one="# day left" other="# days left" />
        </>
      )}
    </span>
  );
}
