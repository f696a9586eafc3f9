import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Money } from '../../ui/values.tsx';
import type { useInstalments } from './use-instalments.ts';

interface OwnInstalmentsProps {
  readonly rows: ReturnType<typeof useInstalments>;
  readonly errors: Readonly<Record<string, ReactNode>>;
  readonly onTyped: (path: string) => void;
  readonly currency: string;
  readonly total: number;
  /** Null while it cannot be said. */
  readonly left: number | null;
}

const MOST = 120;

/** Own amounts by own days: rows that come and go, and what is left to spread, as it is typed. */
export function OwnInstalments({ rows, errors, onTyped, currency, total, left }: OwnInstalmentsProps) {
  const { t } = useLingui();
  const list = useRef<HTMLDivElement>(null);
  const wasLong = useRef(rows.parts.length);
  // Whoever adds a row goes on in it; whoever removes one, at what stands before it.
  useEffect(() => {
    const now = rows.parts.length;
    const inputs = list.current?.querySelectorAll<HTMLInputElement>('input[type=date]');
    if (now !== wasLong.current) (inputs?.[now - 1] ?? list.current?.querySelector('button'))?.focus();
    wasLong.current = now;
  }, [rows.parts.length]);
  const type = (key: number, path: string, given: { dueOn?: string; amount?: string }) => {
    rows.change(key, given);
    onTyped(path);
    onTyped('instalments');
  };
  return (
    <Stack ref={list} gap="xs" component="section" aria-label={t`Instalments`}>
      {rows.parts.map(({ key, dueOn, amount }, index) => (
        <Group key={key} gap="xs" wrap="nowrap" align="flex-start">
          <TextInput
            type="date"
            flex={1}
            miw={0}
            aria-label={t`Day of instalment ${index + 1}`}
            data-path={`instalments.${index}.dueOn`}
            value={dueOn}
            error={errors[`instalments.${index}.dueOn`]}
            onChange={(event) => type(key, `instalments.${index}.dueOn`, { dueOn: event.currentTarget.value })}
          />
          <TextInput
            w={120}
            inputMode="decimal"
            autoComplete="off"
            aria-label={t`Amount of instalment ${index + 1} (${currency})`}
            data-path={`instalments.${index}.amount`}
            value={amount}
            error={errors[`instalments.${index}.amount`]}
            onChange={(event) => type(key, `instalments.${index}.amount`, { amount: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t`Remove instalment ${index + 1}`}
            onClick={() => rows.remove(key)}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Group justify="space-between">
        <Button variant="subtle" size="compact-sm" disabled={rows.parts.length >= MOST} onClick={() => rows.add(total)}>
          <Trans>Add an instalment</Trans>
        </Button>
        <Text size="sm" c={left === 0 ? 'dimmed' : 'orange'} aria-live="polite">
          <Left left={left} currency={currency} />
        </Text>
      </Group>
      {errors['instalments'] !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {errors['instalments']}
        </Text>
      )}
    </Stack>
  );
}

function Left({ left, currency }: { left: number | null; currency: string }) {
  if (left === null) return <Trans>An amount cannot be read.</Trans>;
  if (left === 0) return <Trans>All of it is spread.</Trans>;
  const money = <Money amount={Math.abs(left)} currency={currency} />;
  return left > 0 ? <Trans>Left to spread: {money}</Trans> : <Trans>{money} too much</Trans>;
}
