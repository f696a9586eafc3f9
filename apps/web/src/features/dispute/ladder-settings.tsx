import { Button, List, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useLanguage } from '../../lib/use-language.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { LocalDate } from '../../ui/values.tsx';
import { mayAct } from './may-act.ts';
import { ladderQuery } from './dispute.queries.ts';
import { costWords } from './dispute-words.ts';

const LadderForm = lazy(async () => ({ default: (await import('./ladder-form.tsx')).LadderForm }));

/** The ladder disputes climb where no charter says it, and what holds for all of them. */
export function LadderSettings() {
  const { t } = useLingui();
  const language = useLanguage();
  const { data, error, refetch } = useQuery(ladderQuery);
  const [editing, setEditing] = useState(false);
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton h={300} />;
  const { set, own, validFrom, source, later } = data;
  return (
    <Stack gap="md">
      <Title order={2}>
        <Trans>Steps of a dispute</Trans>
      </Title>
      <Text c="dimmed">
        <Trans>
          For disputes without a charter in force. Briefs, pauses, holds and holidays are for all disputes opened from now on;
          those that run keep what they began with.
        </Trans>
      </Text>
      <List type="ordered">
        {set.rungs.map(({ key, level, businessDays }) => (
          <List.Item key={key}>
            {level[language]} · <Plural value={businessDays} one="# business day" other="# business days" />
          </List.Item>
        ))}
        {set.mediation !== null && (
          <List.Item>
            <Trans>Mediation</Trans>
            {set.mediation.mostDays !== null && (
              <>
                {' · '}
                <Plural value={set.mediation.mostDays} one="# day of the calendar" other="# days of the calendar" />
              </>
            )}
            {set.mediation.costs !== null && ` · ${t(costWords[set.mediation.costs])}`}
          </List.Item>
        )}
      </List>
      <DescriptionList
        width={180}
        lines={[
          [t`Briefs`, set.briefs === 'blind' ? t`Sealed until both are in` : t`Read as soon as they are handed in`],
          [t`Pauses`, set.pauses === 'one_side' ? t`By one side, for a reason of its own` : t`Only by both`],
          [
            t`Payments`,
            set.holdsPayments ? t`Wait while a dispute about money runs` : t({ message: 'Go on', context: 'payments' }),
          ],
          [t`Holidays`, set.region === 'alsace-moselle' ? t`France, Alsace and Moselle` : set.country],
          [t`Holds from`, <LocalDate key="from" date={validFrom} />],
          [t`Comes from`, own ? source[language] : `${t`The program`}: ${source[language]}`],
        ]}
      />
      {later.map((one) => (
        <Text key={one.validFrom} size="sm">
          <Trans>
            Another ladder holds from <LocalDate date={one.validFrom} />.
          </Trans>
        </Text>
      ))}
      {mayAct('company') && (
        <Button style={{ alignSelf: 'flex-start' }} onClick={() => setEditing(true)}>
          <Trans>Change</Trans>
        </Button>
      )}
      <Suspense>{editing && <LadderForm now={data} onClose={() => setEditing(false)} />}</Suspense>
    </Stack>
  );
}
