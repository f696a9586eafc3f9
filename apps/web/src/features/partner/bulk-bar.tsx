import { Button, Checkbox, Group, Paper, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import type { BulkKind } from './bulk.ts';
import type { Refused } from './bulk-dialog.tsx';
import classes from './bulk-bar.module.css';
import type { Selection } from './use-selection.ts';

const BulkDialog = lazy(async () => ({ default: (await import('./bulk-dialog.tsx')).BulkDialog }));

const RefusedDialog = lazy(async () => ({ default: (await import('./refused-dialog.tsx')).RefusedDialog }));

/** Under the list: the same for many partners. */
export function BulkBar({ selection }: { selection: Selection }) {
  const { t } = useLingui();
  const [asked, setAsked] = useState<BulkKind | null>(null);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const { chosen, isAll, toggleAll, clear } = selection;
  const all: readonly (readonly [BulkKind, string])[] = [
    ['stage', t`Stage…`],
    ['tag', t`Tag…`],
    ['untag', t`Untag…`],
    ['enroll', t`Enroll…`],
    ['archive', t`Archive…`],
  ];
  return (
    <Paper withBorder p="xs" mt="md" className={classes['bar'] ?? ''} component="section" aria-label={t`Together`}>
      <Group justify="space-between" gap="xs">
        <Group gap="sm">
          <Checkbox
            size="xs"
            label={t`All that is shown`}
            checked={isAll}
            indeterminate={chosen.length > 0 && !isAll}
            onChange={toggleAll}
          />
          <Text component="span" aria-live="polite">
            {chosen.length > 0 && <Plural value={chosen.length} one="# partner selected" other="# partners selected" />}
          </Text>
        </Group>
        {chosen.length > 0 && (
          <Group gap="xs">
            {all.map(([kind, verb]) => (
              <Button key={kind} size="xs" variant="default" onClick={() => setAsked(kind)}>
                {verb}
              </Button>
            ))}
            <Button size="xs" variant="subtle" onClick={clear}>
              <Trans>Select nothing</Trans>
            </Button>
          </Group>
        )}
      </Group>
      <Suspense>
        {asked !== null && (
          <BulkDialog kind={asked} partners={chosen} onClose={() => setAsked(null)} onDone={clear} onRefused={setRefused} />
        )}
        {refused.length > 0 && <RefusedDialog refused={refused} onClose={() => setRefused([])} />}
      </Suspense>
    </Paper>
  );
}
