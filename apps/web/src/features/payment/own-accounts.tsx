import { Trans, useLingui } from '@lingui/react/macro';
import { shownPartnerId } from '../../lib/membership-choice.ts';
import { portalView } from '../../lib/portal-view.ts';
import { AccountTabs } from '../../ui/account-tabs.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { AccountsOf } from './accounts-of.tsx';

/** Where a partner says on which account it is paid. */
export function OwnAccounts() {
  const { t } = useLingui();
  return (
    <>
      <PageHeader title={t`Your account`}>
        <Trans>Your commissions are paid on the account in force. A change is confirmed by the company first.</Trans>
      </PageHeader>
      <AccountTabs />
      <AccountsOf
        partnerId={shownPartnerId()}
        mayEnter={portalView() === null}
        empty={t`You have not said yet where you are paid.`}
      />
    </>
  );
}
