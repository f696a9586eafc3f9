import { useLingui } from '@lingui/react/macro';
import { Status } from '../../ui/status.tsx';

/** Whether a link or code still counts. */
export function CodeState({ endedAt }: { endedAt: string | null }) {
  const { t } = useLingui();
  return endedAt === null ? (
    <Status tone="good">{t({ message: 'Active', context: 'link' })}</Status>
  ) : (
    <Status tone="calm">{t({ message: 'Ended', context: 'link' })}</Status>
  );
}
