import { Trans, useLingui } from '@lingui/react/macro';
import { shownPartnerId } from '../../lib/membership-choice.ts';
import { portalView } from '../../lib/portal-view.ts';
import { AccountTabs } from '../../ui/account-tabs.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TaxOf } from './tax-of.tsx';

/** Where a partner says what it is for tax. */
export function OwnTax() {
  const { t } = useLingui();
  return (
    <>
      <PageHeader title={t`Your account`}>
        <Trans>The documents of your commissions follow from these. The company answers what you propose.</Trans>
      </PageHeader>
      <AccountTabs />
      <TaxOf
        partnerId={shownPartnerId()}
        mayEnter={portalView() === null}
        isOwn
        empty={t`You have not said yet what you are for tax.`}
      />
    </>
  );
}
