import { Anchor, Button, Skeleton } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { portalView } from '../../lib/portal-view.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { QualificationBody } from './qualification-body.tsx';
import { QualificationStanding } from './qualification-standing.tsx';
import { qualificationQuery } from './qualification.queries.ts';

const Withdraw = lazy(async () => ({ default: (await import('./withdraw.tsx')).WithdrawQualification }));
const route = getRouteApi('/portal/qualifications/$qualificationId');

/** Questions the partner answers alone, then what both said. */
export function PortalQualification() {
  const { t } = useLingui();
  const language = useLanguage();
  const { qualificationId } = route.useParams();
  const { data, error, refetch } = useQuery(qualificationQuery(qualificationId));
  const [withdrawing, setWithdrawing] = useState(false);
  const mayWrite = portalView() === null && data?.own !== null;
  return (
    <>
      <PageHeader
        title={data === undefined ? t`Questions` : data.name[language]}
        above={
          <Anchor component={Link} to="/portal/qualifications" size="sm">
            <Trans>All questions</Trans>
          </Anchor>
        }
        actions={
          mayWrite &&
          data?.state === 'open' && (
            <Button variant="default" onClick={() => setWithdrawing(true)}>
              <Trans context="qualification">Withdraw</Trans>
            </Button>
          )
        }
      >
        {data !== undefined && <QualificationStanding qualification={data} />}
      </PageHeader>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={300} />}
      {data !== undefined && <QualificationBody detail={data} mayWrite={mayWrite} />}
      <Suspense>{withdrawing && <Withdraw id={qualificationId} onClose={() => setWithdrawing(false)} />}</Suspense>
    </>
  );
}
