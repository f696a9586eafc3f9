import type { Role } from '@cordee/contract/route';
import { Button, Checkbox, Group, Paper, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Money } from '../../ui/values.tsx';
import type { QueueStatus, Waiting } from './commission-review.queries.ts';
import { mayDecide, type Doers } from './may-decide.ts';
import type { Selection } from './use-selection.ts';
import classes from './bulk-bar.module.css';

interface BulkBarProps {
  readonly role: Role;
  readonly status: QueueStatus;
  readonly selection: Selection;
  readonly doers: Doers;
  readonly onFile: () => void;
}

/** Under the list: everything at once, by selection or by file. */
export function BulkBar({ role, status, selection, doers, onFile }: BulkBarProps) {
  const { t } = useLingui();
  const { chosen, isAll, toggleAll } = selection;
  const ids = chosen.map(({ id }) => id);
  const all = [
    ['approve', t`Approve`],
    ['unhold', t`Let go`],
    ['hold', t`Hold`],
    ['refuse', t`Refuse`],
  ] as const;
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
          {chosen.length > 0 && (
            <Text component="span" aria-live="polite">
              <Plural value={chosen.length} one="# selected" other="# selected" />: <Sums chosen={chosen} />
            </Text>
          )}
        </Group>
        <Group gap="xs">
          {chosen.length > 0 &&
            all
              .filter(([action]) => mayDecide(action, role, status))
              .map(([action, verb]) => (
                <Button
                  key={action}
                  size="xs"
                  variant={action === 'approve' || action === 'unhold' ? 'filled' : 'default'}
                  onClick={() => doers[action](ids)}
                >
                  {verb}
                </Button>
              ))}
          {['owner', 'manager'].includes(role) && (
            <Button size="xs" variant="subtle" onClick={onFile}>
              <Trans>By file…</Trans>
            </Button>
          )}
        </Group>
      </Group>
    </Paper>
  );
}

function Sums({ chosen }: { chosen: readonly Waiting[] }) {
  const sums = new Map<string, bigint>();
  for (const { currency, amount, reversed } of chosen) {
    sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(amount) - BigInt(reversed));
  }
  return [...sums].map(([currency, amount], index) => (
    <span key={currency}>
      {index > 0 && ' + '}
      <Money amount={amount} currency={currency} />
    </span>
  ));
}
