import { Button } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { useActions } from '../../lib/actions.ts';
import { call } from '../../lib/api/call.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { enterPortalView } from '../../lib/portal-view.ts';
import { problemToast } from '../../ui/toast.ts';

/** Shows the portal exactly as the partner sees it; who looked is in the audit trail. */
export function SeeAsPartner({ id, name }: { id: string; name: string }) {
  const { t } = useLingui();
  const [busy, setBusy] = useState(false);
  const see = useMemo(
    () => async () => {
      setBusy(true);
      try {
        const { view } = await call('viewPortal', { params: { id } });
        enterPortalView({ view, workspaceId: chosenMembership()?.workspaceId ?? '', partnerId: id, partnerName: name });
        location.assign('/portal');
      } catch (error) {
        problemToast(error);
        setBusy(false);
      }
    },
    [id, name],
  );
  useActions(useMemo(() => [{ id: 'see-as-partner', label: t`See as this partner`, run: () => void see() }], [see, t]));
  return <Button variant="default" loading={busy} onClick={() => void see()}>{t`See as this partner`}</Button>;
}
