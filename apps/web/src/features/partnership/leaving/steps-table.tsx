import { Button, Table, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Instant, LocalDate } from '../../../ui/values.tsx';
import type { Leaving, Rehearsal } from './leaving.queries.ts';
import { ownerWords } from './leaving-words.ts';

type Step = Rehearsal['steps'][number] & Partial<Pick<Leaving['steps'][number], 'done' | 'mayDo'>>;

interface StepsTableProps {
  readonly steps: readonly Step[];
  /** Says that a step is done; null where nothing is really left. */
  readonly onDo: ((step: string) => void) | null;
}

/** Every dated step of an exit, who does it and by what; what has no day says so. */
export function StepsTable({ steps, onDo }: StepsTableProps) {
  const { t } = useLingui();
  return (
    <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table aria-label={t`Steps`} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={170}>{t`Day`}</Table.Th>
            <Table.Th>{t`What has to be done`}</Table.Th>
            <Table.Th w={110}>{t`By`}</Table.Th>
            {onDo !== null && <Table.Th w={160}>{t`Done`}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {steps.map(({ id, on, title, owner, source, done = null, mayDo = false }) => (
            <Table.Tr key={id}>
              <Table.Td>
                {on === null ? (
                  <Text size="sm" c="dimmed">
                    <Trans>No day agreed</Trans>
                  </Text>
                ) : (
                  <LocalDate date={on} />
                )}
              </Table.Td>
              <Table.Td>
                {title}
                {source !== null && (
                  <Text size="xs" c="dimmed">
                    {source === 'exit'
                      ? t`Exit plan of the charter`
                      : source.startsWith('clause:')
                        ? t`Clause of the charter`
                        : source}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{t(ownerWords[owner])}</Table.Td>
              {onDo !== null && (
                <Table.Td>
                  {done !== null && <Instant at={done.at} show="day" />}
                  {mayDo && (
                    <Button size="compact-sm" variant="default" aria-label={t`Say it is done: ${title}`} onClick={() => onDo(id)}>
                      <Trans>Say it is done</Trans>
                    </Button>
                  )}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
