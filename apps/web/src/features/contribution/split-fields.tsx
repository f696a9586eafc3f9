import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { PartnerSelect } from '../../ui/form/partner-select.tsx';
import type { useSplit } from './use-split.ts';

interface SplitFieldsProps {
  readonly split: ReturnType<typeof useSplit>;
  readonly errors: Readonly<Record<string, ReactNode>>;
}

const MOST = 20;

/** Who shares, and how much of it each has; together the whole. */
export function SplitFields({ split, errors }: SplitFieldsProps) {
  const { t } = useLingui();
  const { programs, programId, parts, enrolled, total } = split;
  return (
    <Stack gap="xs" component="section" aria-label={t`Parts`}>
      {programs.length > 1 && (
        <Select
          label={t`Program`}
          allowDeselect={false}
          data={programs.map(({ id, name }) => ({ value: id, label: name }))}
          value={programId}
          onChange={split.setProgram}
        />
      )}
      {parts.map(({ key, partnerId, share }, index) => (
        <Group key={key} gap="xs" wrap="nowrap" align="flex-start">
          <PartnerSelect
            aria-label={t`Partner ${index + 1}`}
            placeholder={t`Partner`}
            flex={1}
            value={partnerId}
            onChange={(id) => split.change(key, { partnerId: id })}
            error={enrolled[index]?.isStranger === true ? t`Not active in this program.` : errors[`partner${index}`]}
          />
          <TextInput
            aria-label={t`Part of partner ${index + 1}`}
            placeholder="50%"
            w={90}
            inputMode="decimal"
            autoComplete="off"
            value={share}
            onChange={(event) => split.change(key, { share: event.currentTarget.value })}
            error={errors[`share${index}`]}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            disabled={parts.length <= 2}
            aria-label={t`Remove partner ${index + 1}`}
            onClick={() => split.remove(key)}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Group justify="space-between">
        <Button variant="subtle" size="compact-sm" disabled={parts.length >= MOST} onClick={split.add}>
          <Trans>Add a partner</Trans>
        </Button>
        <Text size="sm" c={errors['shares'] === undefined ? 'dimmed' : 'var(--mantine-color-error)'} aria-live="polite">
          <Trans>Together: {total}</Trans>
        </Text>
      </Group>
      {errors['shares'] !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {errors['shares']}
        </Text>
      )}
    </Stack>
  );
}
