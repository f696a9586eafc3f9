import { Anchor, Button, Group, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Column } from '../../ui/data-list.tsx';
import { PartnerName } from '../../ui/partner-name.tsx';
import { Status } from '../../ui/status.tsx';
import { Instant, Money } from '../../ui/values.tsx';
import type { Ask } from './may-decide.ts';
import { LastDay } from './contribution-details.tsx';
import { companyStateWords, kindWords, stateTones } from './contribution-words.ts';
import type { Contribution } from './contribution.queries.ts';

interface BoardColumns {
  readonly withPartner: boolean;
  readonly decides: boolean;
  readonly ask: Ask;
}

export function useBoardColumns({ withPartner, decides, ask }: BoardColumns): Column<Contribution>[] {
  const { t } = useLingui();
  const partner: Column<Contribution> = {
    id: 'partner',
    header: t`Partner`,
    width: '17%',
    cell: ({ parties }) => (
      <div>
        {parties.map(({ enrollmentId, partnerId }) => (
          <div key={enrollmentId} style={{ minHeight: 26 }}>
            <PartnerName id={partnerId} />
          </div>
        ))}
      </div>
    ),
  };
  return [
    {
      id: 'customer',
      header: t`Customer`,
      width: '20%',
      cell: ({ id, kind, customer }) => (
        <div>
          <Anchor component={Link} to="." search={((now: object) => ({ ...now, open: id })) as never} resetScroll={false}>
            {customer.name ?? customer.email ?? customer.externalId ?? t(kindWords[kind])}
          </Anchor>
          <Text size="sm" c="dimmed">
            {t(kindWords[kind])}
          </Text>
        </div>
      ),
    },
    ...(withPartner ? [partner] : []),
    { id: 'state', header: t`State`, cell: (contribution) => <Standing contribution={contribution} /> },
    {
      id: 'amount',
      header: t`Expected`,
      align: 'end',
      width: '10%',
      cell: ({ expectedAmount, currency }) =>
        expectedAmount === null || currency === null ? null : <Money amount={expectedAmount} currency={currency} />,
    },
    {
      id: 'until',
      header: t`Until`,
      align: 'end',
      width: '12%',
      cell: ({ validUntil }) => (validUntil === null ? null : <LastDay until={validUntil} />),
    },
    {
      id: 'at',
      header: t`Declared on`,
      align: 'end',
      width: '12%',
      cell: ({ declaredAt }) => <Instant at={declaredAt} show="day" />,
    },
    ...(decides ? [decisionColumn(t`Decision`, ask)] : []),
  ];
}

function decisionColumn(header: string, ask: Ask): Column<Contribution> {
  return {
    id: 'decide',
    header,
    align: 'end',
    width: '190px',
    cell: (contribution) =>
      contribution.state === 'waiting' && (
        <Group gap={6} justify="flex-end" wrap="nowrap">
          <Button size="compact-sm" variant="light" onClick={() => ask('confirm', contribution)}>
            <Trans>Confirm</Trans>
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => ask('refuse', contribution)}>
            <Trans>Refuse</Trans>
          </Button>
        </Group>
      ),
  };
}

/** How it stands, and the first thing that speaks against it. */
function Standing({ contribution: { state, conflicts } }: { contribution: Contribution }) {
  const { t } = useLingui();
  const [first] = conflicts;
  return (
    <div>
      <Status tone={first === undefined ? stateTones[state] : 'bad'}>{t(companyStateWords[state])}</Status>
      {first !== undefined && (
        <Text size="sm" c="dimmed">
          {first.text}
        </Text>
      )}
    </div>
  );
}
