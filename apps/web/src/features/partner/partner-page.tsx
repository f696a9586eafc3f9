import { Anchor, Group, Skeleton } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet } from '@tanstack/react-router';
import { useCountryName } from '../../lib/use-country-name.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { PartnerBalances } from './partner-balances.tsx';
import { PartnerStanding } from './partner-standing.tsx';
import { PartnerActions } from './partner-actions.tsx';
import { SeeAsPartner } from './see-as-partner.tsx';
import { kindWords } from './kind-words.ts';
import { partnerQuery } from './partner.queries.ts';

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
        {partner !== undefined && <PartnerStanding partner={partner} />}
      </PageHeader>
      <PartnerBalances partnerId={partnerId} />
      <Tabs
        label={t`Parts of this page`}
        params={{ partnerId }}
        tabs={[
          { label: t`Commissions`, to: '/console/partners/$partnerId', exact: true },
          { label: t`Timeline`, to: '/console/partners/$partnerId/timeline' },
          { label: t`Charter`, to: '/console/partners/$partnerId/charter' },
          { label: t`Obligations`, to: '/console/partners/$partnerId/obligations' },
          { label: t`Disputes`, to: '/console/partners/$partnerId/disputes' },
          { label: t`Partnership`, to: '/console/partners/$partnerId/partnership' },
          { label: t`Leaving`, to: '/console/partners/$partnerId/leaving' },
          { label: t`Contributions`, to: '/console/partners/$partnerId/contributions' },
          { label: t`Facts`, to: '/console/partners/$partnerId/facts' },
          { label: t`Links and codes`, to: '/console/partners/$partnerId/links' },
          { label: t`Statement`, to: '/console/partners/$partnerId/statement' },
          { label: t`People`, to: '/console/partners/$partnerId/people' },
          { label: t`Notes`, to: '/console/partners/$partnerId/notes' },
          { label: t`Qualification`, to: '/console/partners/$partnerId/qualifications' },
          { label: t`Bank account`, to: '/console/partners/$partnerId/account' },
          { label: t`Taxes`, to: '/console/partners/$partnerId/tax' },
          { label: t`Invoices`, to: '/console/partners/$partnerId/invoices' },
        ]}
      />
      <Outlet />
    </>
  );
}
