import { Paper, Stack, Switch, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { problemToast, toast } from '../../ui/toast.ts';
import { Instant } from '../../ui/values.tsx';
import { Part } from './part.tsx';
import { seenQuery, visibilityQuery, type VisibilityItem } from './partnership.queries.ts';
import { roleWords, sharedWords, stageWords } from './partnership-words.ts';

/** What each side shows the other, and what the other sees of the reader's. */
export function Visibility({ partnerId, mayDecide }: { partnerId: string; mayDecide: boolean }) {
  const { t } = useLingui();
  const query = useQuery(visibilityQuery(partnerId));
  const change = useChange(partnerId);
  return (
    <Part
      title={t`What each side shows`}
      query={query}
      about={t`Each side decides about its own, for this partnership alone. More is not always better: show what the other side can use. Nobody is ever shown the balance of another partner.`}
    >
      <Stack gap="xs">
        {query.data?.map((item) => (
          <Switch
            key={item.kind}
            label={t(sharedWords[item.kind])}
            description={<Since item={item} />}
            checked={item.shown}
            disabled={!item.mayChange || !mayDecide}
            onChange={(event) => void change(item, event.currentTarget.checked)}
          />
        ))}
      </Stack>
      <Seen partnerId={partnerId} />
    </Part>
  );
}

function Since({ item: { by, since } }: { item: VisibilityItem }) {
  const { t } = useLingui();
  return (
    <>
      {by === 'company' ? t`The company decides` : t`The partner decides`}
      {since !== null && (
        <>
          {' · '}
          <Trans>
            chosen <Instant at={since} show="day" />
          </Trans>
        </>
      )}
    </>
  );
}

function useChange(partnerId: string): (item: VisibilityItem, shown: boolean) => Promise<void> {
  const { t } = useLingui();
  const client = useQueryClient();
  const set = async (kind: VisibilityItem['kind'], shown: boolean) => {
    const answer = await call('setVisibility', { params: { id: partnerId, kind }, body: { shown } });
    client.setQueryData(visibilityQuery(partnerId).queryKey, answer);
    await refresh(client, 'getSeenByOtherSide', 'getPartnership', 'getTimeline');
  };
  return async ({ kind }, shown) => {
    try {
      await set(kind, shown);
      toast(
        shown ? t`The other side sees it now.` : t`The other side no longer sees it.`,
        () => void set(kind, !shown).catch(problemToast),
      );
    } catch (error) {
      problemToast(error);
    }
  };
}

/** The reader's side as the other one sees it, by the rules its own screens go by. */
function Seen({ partnerId }: { partnerId: string }) {
  const { t } = useLingui();
  const { data } = useQuery(seenQuery(partnerId));
  if (data === undefined) return null;
  const byCompany = data.by === 'company';
  return (
    <Paper withBorder p="sm" radius="md" component="section" aria-label={t`Seen by the other side`}>
      <Title order={3} size="h4">
        {byCompany ? t`What the company sees of you` : t`What the partner sees of this`}
      </Title>
      <Stack gap={4} mt="xs">
        <Text>
          {data.people.length === 0
            ? t`People: nobody is named.`
            : data.people.map(({ name, role }) => `${name} (${t(roleWords[role])})`).join(', ')}
        </Text>
        {byCompany ? (
          <Text size="sm" c="dimmed">
            <Trans>
              Besides: your details, links, contributions, claims, commissions and balance, who signs in for you, and all joint
              facts. Never your own notes. The company keeps notes, tags and its own stage for itself.
            </Trans>
          </Text>
        ) : (
          <>
            <Text>{data.stage === null ? t`Stage: not shown.` : `${t`Stage`}: ${t(stageWords[data.stage])}`}</Text>
            <Text>{data.why ? t`How commissions were computed: shown.` : t`How commissions were computed: not shown.`}</Text>
            <Text>{data.responseStatistics ? t`Statistics of answers: shown.` : t`Statistics of answers: not shown.`}</Text>
            <Text size="sm" c="dimmed">
              <Trans>
                Besides: its own details, links, contributions, claims, commissions and balance, and all joint facts. Never notes
                and tags. “See as this partner”, above, shows all its screens.
              </Trans>
            </Text>
          </>
        )}
      </Stack>
    </Paper>
  );
}
