import { useLingui } from '@lingui/react/macro';
import { Status } from '../../ui/status.tsx';

/** Whether a link or code still counts. */
export function CodeState({ endedAt }: { endedAt: string | null }) {
  const { t } = useLingui();
  return endedAt === null ? <Status tone="good">{t`Active`}</Status> : <Status tone="calm">{t`Ended`}</Status>;
}
