import type { Role } from '@cordee/contract/route';
import { Button, Group, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { toast } from '../../ui/toast.ts';
import { factQuery, type Waiting } from './commission-review.queries.ts';

const Confirm = lazy(async () => ({ default: (await import('../../ui/confirm.tsx')).Confirm }));

/** What this server is told by the company itself; other systems tell the outcome of their disputes on their own. */
const OWN_SOURCE = 'company/sale';

/** The sale whose payment is disputed, and how the dispute ended where that is for the company to say. */
export function Contested({ commission: { factId }, role }: { commission: Waiting; role: Role }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const { data: sale } = useQuery(factQuery(factId));
  const [outcome, setOutcome] = useState<'dispute_won' | 'dispute_lost' | null>(null);
  if (sale === undefined) return null;
  const isOwn = sale.source === OWN_SOURCE;
  const tell = async (reason: 'dispute_won' | 'dispute_lost') => {
    // The same outcome told twice is one event.
    await call('trackRefund', { body: { eventId: `${reason}-${factId}`, saleEventId: sale.eventId, reason } });
    await refresh(client, 'listCommissions', 'getHome', 'listFacts', 'getBalance');
    toast(reason === 'dispute_won' ? t`Recorded: the commissions are restored.` : t`Recorded: the commissions are taken back.`);
  };
  return (
    <div>
      <Text size="sm">
        <Trans>The customer disputes the payment of {sale.eventId}. Until it ends, nothing of it is released.</Trans>
      </Text>
      {!isOwn && (
        <Text size="sm" c="dimmed">
          <Trans>{sale.source} tells the outcome by itself.</Trans>
        </Text>
      )}
      {isOwn && ['owner', 'manager'].includes(role) && (
        <Group gap={6} mt={4}>
          <Button size="compact-sm" variant="default" onClick={() => setOutcome('dispute_won')}>
            <Trans>Dispute won</Trans>
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setOutcome('dispute_lost')}>
            <Trans>Dispute lost</Trans>
          </Button>
        </Group>
      )}
      <Suspense>
        {outcome !== null && (
          <Confirm
            title={outcome === 'dispute_won' ? t`The company won the dispute?` : t`The company lost the dispute?`}
            verb={outcome === 'dispute_won' ? t`Record that it was won` : t`Record that it was lost`}
            dangerous={outcome === 'dispute_lost'}
            onConfirm={() => tell(outcome)}
            onClose={() => setOutcome(null)}
          >
            {outcome === 'dispute_won' ? (
              <Trans>All commissions of {sale.eventId} go on as before the dispute. This is recorded as a fact, for good.</Trans>
            ) : (
              <Trans>All commissions of {sale.eventId} are taken back. This is recorded as a fact, for good.</Trans>
            )}
          </Confirm>
        )}
      </Suspense>
    </div>
  );
}
