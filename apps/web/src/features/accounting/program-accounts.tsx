import { Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { programsQuery } from './ask-books.ts';
import type { FieldsOf } from './fields-of.ts';

/** Expense accounts of programs; left empty, a program stands on the account of all. */
export function ProgramAccounts({ form }: { form: FieldsOf }) {
  const { t } = useLingui();
  const { data } = useInfiniteQuery(programsQuery);
  if (data === undefined || data.length === 0) return null;
  return (
    <section>
      <Title order={2} mb={4}>
        <Trans>Programs with an expense account of their own</Trans>
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        <Trans>Left empty, the account of all commissions.</Trans>
      </Text>
      <Stack gap="xs">
        {data.map(({ id, name }) => (
          <Group key={id} gap="xs" align="flex-end">
            <TextInput
              label={name}
              description={t`Number`}
              w={220}
              key={form.key(`programs.${id}.number`)}
              {...form.getInputProps(`programs.${id}.number`)}
            />
            <TextInput
              aria-label={t`Name: ${name}`}
              flex="1 1 240px"
              maw={420}
              key={form.key(`programs.${id}.name`)}
              {...form.getInputProps(`programs.${id}.name`)}
            />
          </Group>
        ))}
      </Stack>
    </section>
  );
}
