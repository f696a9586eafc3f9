import { Button, Checkbox, Group, Paper, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Money } from '../../ui/values.tsx';
import classes from './chosen-bar.module.css';
import type { Chosen } from './use-chosen.ts';

/** Under the list: how many are chosen, how much that is, and a batch of them. */
export function ChosenBar({ chosen, currency, onMake }: { chosen: Chosen; currency: string; onMake: () => void }) {
  const { t } = useLingui();
  const { candidates, sum, isAll, toggleAll, clear } = chosen;
  return (
    <Paper withBorder p="xs" mt="md" className={classes['bar'] ?? ''} component="section" aria-label={t`Chosen for a batch`}>
      <Group justify="space-between" gap="xs">
        <Group gap="sm">
          <Checkbox
            size="xs"
            label={t`All shown who can be paid`}
            checked={isAll}
            indeterminate={candidates.length > 0 && !isAll}
            onChange={toggleAll}
          />
          <Text component="span" aria-live="polite">
            {candidates.length > 0 && (
              <>
                <Plural value={candidates.length} one="# partner chosen" other="# partners chosen" />:{' '}
                <Money amount={sum} currency={currency} />
              </>
            )}
          </Text>
        </Group>
        {candidates.length > 0 && (
          <Group gap="xs">
            <Button size="xs" onClick={onMake}>
              <Trans>Make a batch of those chosen</Trans>
            </Button>
            <Button size="xs" variant="subtle" onClick={clear}>
              <Trans>Choose nobody</Trans>
            </Button>
          </Group>
        )}
      </Group>
    </Paper>
  );
}
