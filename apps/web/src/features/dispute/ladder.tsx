import { Box, Stack, Text, Title } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Status } from '../../ui/status.tsx';
import { LocalDate } from '../../ui/values.tsx';
import type { DisputeDetail, Rung, Side } from './dispute.queries.ts';
import { costWords, sideWords } from './dispute-words.ts';

/** The steps, one above the other: who is there, how long, what was counted, and what ended each. */
export function Ladder({ of, side }: { of: DisputeDetail; side: Side }) {
  const { t } = useLingui();
  const { charter, calendar, ladder, mediation } = of;
  return (
    <section>
      <Title order={2} mb="xs">
        <Trans>The ladder</Trans>
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {charter !== null ? (
          <Trans>Of the charter, version {charter.version}, as it stood when the dispute was opened.</Trans>
        ) : side === 'company' ? (
          <Trans>No charter was in force: the steps are those of your settings.</Trans>
        ) : (
          <Trans>No charter was in force: the steps are those the company set.</Trans>
        )}{' '}
        <Trans>Holidays: {calendar.region === 'alsace-moselle' ? t`France, Alsace and Moselle` : calendar.country}</Trans>
      </Text>
      <Stack component="ol" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
        {ladder.map((rung) => (
          <Step key={rung.number} rung={rung} isPaused={of.state === 'paused'} />
        ))}
      </Stack>
      {mediation !== null && (
        <Text size="sm" c="dimmed" mt="sm">
          {mediation.appointedBy} {mediation.over}{' '}
          {mediation.costs !== null && <Trans>Its costs: {t(costWords[mediation.costs])}.</Trans>}
        </Text>
      )}
    </section>
  );
}

function Step({ rung, isPaused }: { rung: Rung; isPaused: boolean }) {
  const { t } = useLingui();
  const { number, level, standing, people, holidays, counted, firstOn, lastOn, deadline, endedBy, decider } = rung;
  const runs = standing === 'runs';
  return (
    <Box
      component="li"
      ps="sm"
      aria-current={runs ? 'step' : undefined}
      style={{ borderInlineStart: `3px solid var(--mantine-color-${runs ? 'teal-6' : 'gray-5'})` }}
    >
      <Text fw={runs ? 600 : 400}>
        {number}. {level}{' '}
        {runs && <Status tone={isPaused ? 'calm' : 'wait'}>{isPaused ? t`The clock stands still` : t`Now`}</Status>}
      </Text>
      <Text size="sm" c="dimmed">
        <Length rung={rung} />
        {firstOn !== null && lastOn !== null && (
          <>
            {' · '}
            <Trans>
              from <LocalDate date={firstOn} /> to <LocalDate date={lastOn} />
            </Trans>
          </>
        )}
        {endedBy !== null && (
          <>
            {' · '}
            <Trans>ended by {t(sideWords[endedBy])}</Trans>
          </>
        )}
        {deadline !== null && (
          <>
            {' · '}
            <Trans>
              last day <LocalDate date={deadline} />
            </Trans>
          </>
        )}
        {runs && (
          <>
            {' · '}
            <Plural value={counted} one="# day counted so far" other="# days counted so far" />
          </>
        )}
      </Text>
      {holidays.length > 0 && (
        <Text size="sm" c="dimmed">
          <Trans>Holidays left out: {holidays.map(({ name }) => name).join(', ')}</Trans>
        </Text>
      )}
      {decider !== null && (
        <Text size="sm">
          <Trans>Decides alone, if you do not agree: {decider}</Trans>
        </Text>
      )}
      {people.length > 0 && (
        <Text size="sm">
          {people
            .map(({ side, name, title }) => `${name}${title === '' ? '' : `, ${title}`} (${t(sideWords[side])})`)
            .join(' · ')}
        </Text>
      )}
    </Box>
  );
}

function Length({ rung: { days, dayKind, extraDays, briefs } }: { rung: Rung }) {
  return (
    <>
      {dayKind === 'business' ? (
        <Plural value={days} one="# business day" other="# business days" />
      ) : (
        <Plural value={days} one="# day of the calendar" other="# days of the calendar" />
      )}
      {extraDays > 0 && (
        <>
          {' + '}
          <Plural value={extraDays} one="# day agreed" other="# days agreed" />
        </>
      )}
      {briefs === 'blind' && (
        <>
          {' · '}
          <Trans>sealed briefs</Trans>
        </>
      )}
    </>
  );
}
