import { Alert, List, Stack, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Status } from '../../../ui/status.tsx';
import { LocalDate } from '../../../ui/values.tsx';
import { AccountTable } from './account-table.tsx';
import type { Rehearsal } from './leaving.queries.ts';
import { basisWords } from './leaving-words.ts';
import { Part } from './part.tsx';
import { StepsTable } from './steps-table.tsx';

/** What leaving would mean: the last day and why, then everything that follows from it. */
export function RehearsalView({ told }: { told: Rehearsal }) {
  const { t } = useLingui();
  const { earliest, endsOn, needsBoth, customers, runOff } = told;
  return (
    <Stack gap="lg">
      <div aria-live="polite">
        <Text fz="lg" fw={600}>
          <Trans>
            Last day: <LocalDate date={endsOn} />
          </Trans>
        </Text>
        <Text size="sm" c="dimmed">
          {endsOn === earliest.endsOn ? (
            <Trans>The earliest one, {t(basisWords[earliest.basis])}.</Trans>
          ) : (
            <Trans>
              The earliest one would be <LocalDate date={earliest.endsOn} />, {t(basisWords[earliest.basis])}.
            </Trans>
          )}
          {earliest.contractOn !== null && earliest.lawOn !== null && (
            <Trans>
              {' '}
              The charter gives <LocalDate date={earliest.contractOn} />, the law <LocalDate date={earliest.lawOn} />.
            </Trans>
          )}
        </Text>
        {needsBoth && <Status tone="wait">{t`Earlier than one side may decide alone: both have to agree.`}</Status>}
      </div>
      <Gaps gaps={told.gaps} />
      <Part title={t`Steps`}>
        <StepsTable steps={told.steps} onDo={null} />
      </Part>
      <Part title={t`Final account`} about={t`From the books as they stand today. What is still to be earned is not guessed.`}>
        <AccountTable lines={told.account} />
      </Part>
      <Part title={t`Customers and run-off`}>
        <Text>
          <Plural
            value={customers.count}
            one="# customer was brought by the partner."
            other="# customers were brought by the partner."
          />{' '}
          {customers.rule ?? t`Nothing is agreed about who keeps them.`}
        </Text>
        {runOff.length > 0 && (
          <List size="sm">
            {runOff.map(({ enrollmentId, program, until }) => (
              <List.Item key={enrollmentId}>
                {until === null ? (
                  <Trans>{program}: no run-off is agreed</Trans>
                ) : (
                  <Trans>
                    {program}: they earn until <LocalDate date={until} />
                  </Trans>
                )}
              </List.Item>
            ))}
          </List>
        )}
      </Part>
      <OpenDisputes count={told.openDisputes} />
      <Duties duties={told.duties} />
      <Findings findings={told.findings} />
      <Text size="xs" c="dimmed">
        {told.notice}
      </Text>
    </Stack>
  );
}

function OpenDisputes({ count }: { count: number }) {
  const { t } = useLingui();
  if (count === 0) return null;
  return (
    <Alert color="yellow" variant="outline" title={t`Disputes that run on`}>
      <Plural
        value={count}
        one="# dispute is open: leaving does not settle it."
        other="# disputes are open: leaving does not settle them."
      />
    </Alert>
  );
}

function Gaps({ gaps }: Pick<Rehearsal, 'gaps'>) {
  const { t } = useLingui();
  if (gaps.length === 0) return <Status tone="good">{t`The exit plan is complete.`}</Status>;
  const isComplete = gaps.every(({ grade }) => grade === 'warning');
  return (
    <Alert
      variant="light"
      color={isComplete ? 'gray' : 'yellow'}
      title={isComplete ? t`The exit plan is complete; look at this all the same` : t`What the exit plan lacks`}
    >
      <List size="sm">
        {gaps.map(({ code, message }) => (
          <List.Item key={code}>{message}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Duties({ duties }: Pick<Rehearsal, 'duties'>) {
  const { t } = useLingui();
  const groups = [
    [t`Still owed before the last day`, duties.before],
    [t`Gone with the end`, duties.gone],
    [t`Owed after it`, duties.after],
  ] as const;
  return (
    <Part title={t`Obligations`}>
      {groups.map(([title, all]) => (
        <details key={title}>
          <summary>
            {title} ({all.length})
          </summary>
          <List size="sm" mt={4}>
            {all.map(({ id, title: what, dueOn }, index) => (
              <List.Item key={id ?? `${what} ${dueOn} ${String(index)}`}>
                {what} · <LocalDate date={dueOn} />
              </List.Item>
            ))}
          </List>
        </details>
      ))}
    </Part>
  );
}

function Findings({ findings }: Pick<Rehearsal, 'findings'>) {
  const { t } = useLingui();
  const shown = findings.filter(({ state }) => state !== 'respected');
  if (shown.length === 0) return null;
  return (
    <Part title={t`What the law asks`}>
      {shown.map(({ code, topic, state, rule, advice, source }) => (
        <div key={code}>
          <Status tone={state === 'broken' ? 'bad' : 'wait'}>{topic}</Status>
          <Text size="sm">
            {rule} {advice}
          </Text>
          <Text size="xs" c="dimmed">
            {source}
          </Text>
        </div>
      ))}
    </Part>
  );
}
