import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { toast } from '../../ui/toast.ts';

const Confirm = lazy(async () => ({ default: (await import('../../ui/confirm.tsx')).Confirm }));

/** Ends a link or a coupon code. */
export function EndCode({ kind, id, code }: { kind: 'link' | 'coupon'; id: string; code: string }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const end = async () => {
    await call(kind === 'link' ? 'endLink' : 'endCoupon', { params: { id } });
    await refresh(client, kind === 'link' ? 'listLinks' : 'listCoupons');
    toast(t`${code} has ended.`);
  };
  return (
    <>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setAsking(true)} aria-label={t`End ${code}`}>
        <Trans>End</Trans>
      </Button>
      <Suspense>
        {asking && (
          <Confirm title={t`End ${code}?`} verb={t`End`} dangerous onConfirm={end} onClose={() => setAsking(false)}>
            {kind === 'link' ? (
              <Trans>From now on the link leads to the program's page and earns nothing. It cannot be given again.</Trans>
            ) : (
              <Trans>From now on the code belongs to nobody and earns nothing. It cannot be given again.</Trans>
            )}
          </Confirm>
        )}
      </Suspense>
    </>
  );
}
