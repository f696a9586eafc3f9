import type { Role } from '@cordee/contract/route';
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Column } from '../../ui/data-list.tsx';
import { PartnerName } from '../../ui/partner-name.tsx';
import { Instant, LocalDate, Money } from '../../ui/values.tsx';
import { WhyLink } from '../../ui/why-link.tsx';
import type { QueueStatus, Waiting } from './commission-review.queries.ts';
import { Contested } from './contested.tsx';
import { mayDecide, type Doers } from './may-decide.ts';
import { Signals } from './signals.tsx';
import type { Selection } from './use-selection.ts';

interface QueueColumns {
  readonly role: Role;
  readonly status: QueueStatus;
  readonly doers: Doers;
  readonly selection: Selection;
}

export function useQueueColumns({ role, status, doers, selection }: QueueColumns): Column<Waiting>[] {
  const { t } = useLingui();
  return [
    {
      id: 'amount',
      header: t`Commission`,
      width: '15%',
      cell: (commission) => <Earned commission={commission} selection={selection} />,
    },
    {
      id: 'partner',
      header: t`Partner`,
      width: '17%',
      cell: ({ partnerId, occurredAt }) => (
        <div>
          <PartnerName id={partnerId} />
          <Text size="sm" c="dimmed">
            <Instant at={occurredAt} show="day" />
          </Text>
        </div>
      ),
    },
    {
      id: 'signals',
      header: status === 'suspended' ? t`What happened` : t`Signals`,
      cell: (commission) =>
        status === 'suspended' ? (
          <Stack gap={6}>
            <Contested commission={commission} role={role} />
            <Signals signals={commission.signals} />
          </Stack>
        ) : (
          <Signals signals={commission.signals} />
        ),
    },
    { id: 'payable', header: t`Payable on`, width: '12%', align: 'end', cell: ({ payableOn }) => <LocalDate date={payableOn} /> },
    {
      id: 'decide',
      header: t`Decision`,
      width: '250px',
      align: 'end',
      cell: ({ id }) => <Decisions id={id} role={role} status={status} doers={doers} />,
    },
  ];
}

function Earned({ commission, selection }: { commission: Waiting; selection: Selection }) {
  const { t } = useLingui();
  const { id, factId, amount, base, currency } = commission;
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <Checkbox
        size="xs"
        mt={2}
        tabIndex={-1}
        aria-label={t`Select`}
        checked={selection.has(id)}
        onChange={() => selection.toggle(id)}
      />
      <div>
        <WhyLink factId={factId}>
          <Money amount={amount} currency={currency} />
        </WhyLink>
        {base !== 0 && (
          <Text size="sm" c="dimmed">
            <Trans>
              on <Money amount={base} currency={currency} />
            </Trans>
          </Text>
        )}
      </div>
    </Group>
  );
}

interface DecisionsProps extends Omit<QueueColumns, 'selection'> {
  readonly id: string;
}

function Decisions({ id, role, status, doers }: DecisionsProps) {
  const { t } = useLingui();
  const all = [
    ['approve', t`Approve`],
    ['unhold', t`Let go`],
    ['hold', t`Hold`],
    ['refuse', t`Refuse`],
  ] as const;
  return (
    <Group gap={6} justify="flex-end" wrap="nowrap">
      {all
        .filter(([action]) => mayDecide(action, role, status))
        .map(([action, verb]) => (
          <Button
            key={action}
            size="compact-sm"
            variant={action === 'approve' || action === 'unhold' ? 'light' : 'subtle'}
            color={action === 'approve' || action === 'unhold' ? 'pine' : 'gray'}
            onClick={() => doers[action]([id])}
          >
            {verb}
          </Button>
        ))}
    </Group>
  );
}
