import { List, Stack, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { formatMonth } from '@cordee/core/closing';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { toast } from '../../ui/toast.ts';
import type { Month } from './ledger.queries.ts';

/** Asks before a month is closed, and says what still waits in it. */
export function CloseMonth({ month, onClose }: { month: Month; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const name = formatMonth(month.period, useLanguage());
  const close = async () => {
    const { state } = await call('closePeriod', { params: { period: month.period } });
    await refresh(client, 'listPeriods', 'listStatements');
    toast(
      state === 'closed'
        ? t`${name} is closed: its statements are there.`
        : t`${name} is being closed: its statements come soon.`,
    );
  };
  return (
    <Confirm title={t`Close ${name}?`} verb={t`Close the month`} onConfirm={close} onClose={onClose}>
      <Stack gap="sm">
        <Text>
          <Trans>
            Every partner has its statement of this month, and it stays as it is. What is learned of this month later stands in
            the next one, marked as late. A closed month is not opened again.
          </Trans>
        </Text>
        {month.warnings.length > 0 && (
          <div>
            <Text fw={600}>
              <Trans>You may want to see to this before:</Trans>
            </Text>
            <List size="sm">
              {month.warnings.map(({ code, count }) => (
                <List.Item key={code}>
                  <Warning code={code} count={count} />
                </List.Item>
              ))}
            </List>
          </div>
        )}
      </Stack>
    </Confirm>
  );
}

function Warning({ code, count }: Month['warnings'][number]) {
  if (code === 'in_review') return <Plural value={count} one="# commission to approve" other="# commissions to approve" />;
  if (code === 'held') return <Plural value={count} one="# commission held" other="# commissions held" />;
  if (code === 'suspended') return <Plural value={count} one="# commission in a dispute" other="# commissions in disputes" />;
  if (code === 'uncounted') return <Plural value={count} one="# fact not counted yet" other="# facts not counted yet" />;
  return <Plural value={count} one="# event of a connection failed" other="# events of connections failed" />;
}
