import { Anchor, Group, Skeleton } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet } from '@tanstack/react-router';
import { useCountryName } from '../../lib/use-country-name.ts';
import { Figure, Figures } from '../../ui/figures.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Money } from '../../ui/values.tsx';
import { PartnerActions } from './partner-actions.tsx';
import { SeeAsPartner } from './see-as-partner.tsx';
import { kindWords } from './kind-words.ts';
import { balanceQuery, partnerQuery } from './partner.queries.ts';

const route = getRouteApi('/console/partners/$partnerId');

/** One partner: who it is, where its account stands, and the parts of its page. */
export function PartnerPage() {
  const { t } = useLingui();
  const { partnerId } = route.useParams();
  const { data: partner, error, refetch } = useQuery(partnerQuery(partnerId));
  const countryName = useCountryName();
  const back = (
    <Anchor size="sm" c="dimmed" renderRoot={(props) => <Link to="/console/partners" {...props} />}>
      <Trans>Partners</Trans>
    </Anchor>
  );
  if (error !== null) {
    return (
      <>
        {back}
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  const facts =
    partner === undefined ? [] : [t(kindWords[partner.kind]), countryName(partner.country), partner.email, partner.externalId];
  return (
    <>
      <PageHeader
        title={partner?.name ?? t`Partner`}
        above={back}
        actions={
          partner !== undefined && (
            <>
              <SeeAsPartner id={partner.id} name={partner.name} />
              <PartnerActions partner={partner} />
            </>
          )
        }
      >
        <Group gap={6}>
          {partner === undefined ? <Skeleton h={18} w={220} /> : facts.filter((fact) => fact !== null && fact !== '').join(' · ')}
        </Group>
      </PageHeader>
      <Balances partnerId={partnerId} />
      <Tabs
        label={t`Parts of this page`}
        params={{ partnerId }}
        tabs={[
          { label: t`Commissions`, to: '/console/partners/$partnerId', exact: true },
          { label: t`Contributions`, to: '/console/partners/$partnerId/contributions' },
          { label: t`Facts`, to: '/console/partners/$partnerId/facts' },
          { label: t`Bank account`, to: '/console/partners/$partnerId/account' },
        ]}
      />
      <Outlet />
    </>
  );
}

function Balances({ partnerId }: { partnerId: string }) {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(balanceQuery(partnerId));
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton h={82} />;
  const each = (account: 'pending' | 'payable' | 'inPayout' | 'paid') =>
    data.length === 0
      ? '–'
      : data.map((balance) => <Money key={balance.currency} amount={balance[account]} currency={balance.currency} />);
  return (
    <Figures label={t`Balances`}>
      <Figure label={t`In its hold`}>{each('pending')}</Figure>
      <Figure label={t`Payable`}>{each('payable')}</Figure>
      <Figure label={t`In a payout`}>{each('inPayout')}</Figure>
      <Figure label={t`Paid`}>{each('paid')}</Figure>
    </Figures>
  );
}
