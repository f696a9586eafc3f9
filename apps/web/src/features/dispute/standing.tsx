import { Group, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Status } from '../../ui/status.tsx';
import { LocalDate } from '../../ui/values.tsx';
import type { DisputeDetail } from './dispute.queries.ts';
import { reasonWords, sideWords, stateTones, stateWords } from './dispute-words.ts';

/** Where a dispute stands, in one line: state, step, clock, and whose turn it is. */
export function Standing({ of }: { of: DisputeDetail }) {
  const { t } = useLingui();
  const { state, step, deadline, daysLeft, pause, waitsFor, endedOn, holdsPayments } = of;
  return (
    <Group gap="xs" c="dimmed">
      <Status tone={stateTones[state]}>{t(stateWords[state])}</Status>
      <Text>
        <Trans>
          Step {step.number} of {step.of}: {step.level}
        </Trans>
      </Text>
      {deadline !== null && (
        <Text>
          <Trans>
            until <LocalDate date={deadline} />
          </Trans>
          {daysLeft !== null && (
            <>
              {' ('}
              <Plural value={daysLeft} _0="last day today" one="# day left" other="# days left" />
              {')'}
            </>
          )}
        </Text>
      )}
      {pause !== null && <Text>{t(reasonWords[pause.reason])}</Text>}
      {waitsFor !== null && (
        <Text>
          <Trans>Waits for: {t(sideWords[waitsFor])}</Trans>
        </Text>
      )}
      {endedOn !== null && (
        <Text>
          <Trans>
            Ended on <LocalDate date={endedOn} />
          </Trans>
        </Text>
      )}
      {holdsPayments && (
        <Text>
          <Trans>Payments to the partner wait for it</Trans>
        </Text>
      )}
    </Group>
  );
}
