import { Group, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Status } from '../../ui/status.tsx';
import { Instant } from '../../ui/values.tsx';
import { ClauseList } from './clause-list.tsx';
import { ComingTerms } from './coming-terms.tsx';
import type { Terms } from './terms.queries.ts';
import { stateTones, stateWords } from './state-words.ts';

/** One program: where the partner stands in it, the clauses, what was announced. */
export function EnrollmentTerms({ terms }: { terms: Terms }) {
  const { t } = useLingui();
  const { enrollment, program, current, coming } = terms;
  return (
    <section aria-label={program.name}>
      <Group gap="md" mb={4}>
        <Title order={2}>{program.name}</Title>
        <Status tone={stateTones[enrollment.state]}>{t(stateWords[enrollment.state])}</Status>
      </Group>
      <Stack gap={2} mb="md">
        {enrollment.reason !== null && <Text c="dimmed">{enrollment.reason}</Text>}
        {enrollment.announced !== null && (
          <Text>
            <Trans>
              From <Instant at={enrollment.announced.from} show="day" />: {t(stateWords[enrollment.announced.state])}
            </Trans>
          </Text>
        )}
        {current !== null && (
          <Text c="dimmed">
            <Trans>
              {current.planName}, version {current.version}, since <Instant at={current.from} show="day" />
            </Trans>
          </Text>
        )}
      </Stack>
      {coming.map((next, index) => (
        <ComingTerms key={next.versionId} before={coming[index - 1] ?? current} next={next} />
      ))}
      {current === null ? (
        <Text>
          <Trans>The company has not published the terms of this program yet: nothing is earned until it does.</Trans>
        </Text>
      ) : (
        <ClauseList clauses={current.clauses} />
      )}
      <Tracking program={program} />
    </section>
  );
}

/** What is not of the plan and still decides what counts. */
function Tracking({ program }: { program: Terms['program'] }) {
  const { cookieDays } = program;
  return (
    <Text c="dimmed" size="sm" mt="sm">
      {program.cookie === 'set' ? (
        <Trans>Your links leave a cookie for {cookieDays} days, unless the visitor refuses.</Trans>
      ) : (
        <Trans>Your links leave no cookie: the click travels in the address.</Trans>
      )}{' '}
      {program.maskCustomers && <Trans>Customers are shown to you masked.</Trans>}
    </Text>
  );
}
