import { Code, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Instant } from '../../ui/values.tsx';
import { deliveryQuery } from './webhook.queries.ts';

/** What was sent, and what each try was answered. */
export function DeliveryDrawer({ webhookId, eventId, onClose }: { webhookId: string; eventId: string; onClose: () => void }) {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery({ ...deliveryQuery(webhookId, eventId), refetchInterval: 5000 });
  return (
    <SideDrawer title={data?.type ?? t`Event`} onClose={onClose} size="xl">
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={240} />}
      {data !== undefined && (
        <Stack>
          <Title order={3}>{t`Tries`}</Title>
          {data.tries.length === 0 ? (
            <Text c="dimmed">
              <Trans>No try yet.</Trans>
            </Text>
          ) : (
            <Table aria-label={t`Tries`}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t`When`}</Table.Th>
                  <Table.Th scope="col">{t`Answer`}</Table.Th>
                  <Table.Th scope="col">{t`Milliseconds`}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.tries.map(({ at, status, fault, durationMs, response }, index) => (
                  <Table.Tr key={`${at} ${index}`}>
                    <Table.Td>
                      <Instant at={at} />
                    </Table.Td>
                    <Table.Td style={{ overflowWrap: 'anywhere' }}>
                      {status ?? fault}
                      {response !== null && response !== '' && (
                        <Text size="sm" c="dimmed">
                          {response}
                        </Text>
                      )}
                    </Table.Td>
                    <Table.Td>{durationMs}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
          <Title order={3}>{t`What is sent`}</Title>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {data.request.url}
          </Text>
          <Code block tabIndex={0} aria-label={t`Headers and body`} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {[...Object.entries(data.request.headers).map(([name, value]) => `${name}: ${value}`), '', data.request.body].join(
              '\n',
            )}
          </Code>
        </Stack>
      )}
    </SideDrawer>
  );
}
