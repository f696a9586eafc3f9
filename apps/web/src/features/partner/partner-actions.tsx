import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { call, type AnswerOf } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { Status } from '../../ui/status.tsx';
import { toast } from '../../ui/toast.ts';
import { mayManage } from './may-manage.ts';

const Confirm = lazy(async () => ({ default: (await import('../../ui/confirm.tsx')).Confirm }));

/** What can be done with a partner from its page. */
export function PartnerActions({ partner }: { partner: AnswerOf<'getPartner'> }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [archiving, setArchiving] = useState(false);
  if (partner.archivedAt !== null) return <Status tone="calm">{t`Archived`}</Status>;
  if (!mayManage()) return null;
  const archive = async () => {
    await call('archivePartner', { params: { id: partner.id } });
    await refresh(client, 'getPartner', 'listPartners');
    toast(t`${partner.name} is archived.`);
  };
  return (
    <>
      <Button variant="default" onClick={() => setArchiving(true)}>
        <Trans>Archive</Trans>
      </Button>
      <Suspense>
        {archiving && (
          <Confirm
            title={t`Archive ${partner.name}?`}
            verb={t`Archive`}
            dangerous
            onConfirm={archive}
            onClose={() => setArchiving(false)}
          >
            <Trans>Its enrollments end now: links and codes earn nothing more. Everything earned stays due.</Trans>
          </Confirm>
        )}
      </Suspense>
    </>
  );
}
