import { useLingui } from '@lingui/react/macro';
import { PageHeader } from '../ui/page-header.tsx';

/** A screen that exists, for others. */
export function NotAllowed() {
  const { t } = useLingui();
  return <PageHeader title={t`This screen is not for your role.`}>{t`Ask an owner of the workspace if you need it.`}</PageHeader>;
}
