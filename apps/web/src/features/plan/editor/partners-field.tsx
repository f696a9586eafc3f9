import { ActionIcon, Group, Stack, Text } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../../../lib/api/queries.ts';
import { PartnerSelect } from '../../../ui/form/partner-select.tsx';
import type { Path } from './document-path.ts';
import { useField, usePlanEditing } from './plan-editing.tsx';

/** Some partners, by name. */
export function PartnersField({ at, label }: { at: Path; label: string }) {
  const { value, error, write, mark } = useField(at);
  const { readOnly } = usePlanEditing();
  const ids = Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  const put = (next: readonly string[]) => write(next.length === 0 ? undefined : next);
  return (
    <Stack gap={4} {...mark}>
      {!readOnly && (
        <PartnerSelect
          label={label}
          w={240}
          value={null}
          error={error}
          onChange={(id) => {
            if (id !== null && !ids.includes(id)) put([...ids, id]);
          }}
        />
      )}
      {ids.map((id) => (
        <Named key={id} id={id} onRemove={readOnly ? undefined : () => put(ids.filter((other) => other !== id))} />
      ))}
    </Stack>
  );
}

function Named({ id, onRemove }: { id: string; onRemove: (() => void) | undefined }) {
  const { t } = useLingui();
  const { data } = useQuery({ ...queryOf('getPartner', { params: { id } }), staleTime: 5 * 60_000 });
  const name = data?.name ?? '…';
  return (
    <Group gap={4}>
      <Text size="sm">{name}</Text>
      {onRemove !== undefined && (
        <ActionIcon size="sm" variant="subtle" color="gray" aria-label={t`Remove ${name}`} onClick={onRemove}>
          <IconX size={14} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}
