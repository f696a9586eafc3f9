import { ActionIcon, Button, Group, Stack, Text, Title, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './editor.module.css';
import { usePlanEditing } from './plan-editing.tsx';

/** A part of the plan under its own head. */
export function Part({ title, children, note }: { title: ReactNode; note?: ReactNode; children: ReactNode }) {
  return (
    <Stack component="section" gap="sm" className={classes['part'] ?? ''}>
      <div>
        <Title order={2}>{title}</Title>
        {note !== undefined && (
          <Text size="sm" c="dimmed">
            {note}
          </Text>
        )}
      </div>
      {children}
    </Stack>
  );
}

/** Fields beside each other, as many as there is room for. */
export function Row({ children }: { children: ReactNode }) {
  return (
    <Group gap="sm" align="flex-start" className={classes['row'] ?? ''}>
      {children}
    </Group>
  );
}

export function RemoveButton({ label, onClick }: { label: string; onClick: () => void }) {
  const { readOnly } = usePlanEditing();
  if (readOnly) return null;
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={onClick} className={classes['remove'] ?? ''}>
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

export function AddButton({ children, onClick }: { children: ReactNode; onClick: () => void }) {
  const { readOnly } = usePlanEditing();
  if (readOnly) return null;
  return (
    <Button variant="default" size="xs" onClick={onClick} style={{ alignSelf: 'flex-start' }}>
      {children}
    </Button>
  );
}
