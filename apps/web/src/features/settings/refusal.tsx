import { Alert } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { AuthRefusal } from '../../lib/auth.ts';
import { useProblemWords } from '../../ui/problem-notice.tsx';

/** Why a change of one's sign-in was refused; nothing when it was not. */
export function Refusal({ error }: { error: unknown }) {
  const words = useWords(error);
  if (error === null) return null;
  return (
    <Alert color="red" variant="outline" role="alert">
      {words}
    </Alert>
  );
}

function useWords(error: unknown): string {
  const { t } = useLingui();
  const other = useProblemWords(error);
  switch (error instanceof AuthRefusal ? error.code : '') {
    case 'INVALID_PASSWORD':
      return t`This is not your password. Nothing was changed.`;
    case 'INVALID_CODE':
    case 'INVALID_TWO_FACTOR_COOKIE':
      return t`This code is not right. Codes change every thirty seconds: try the one shown now.`;
    case 'SESSION_NOT_FRESH':
    case 'SESSION_EXPIRED':
      return t`Your sign-in is too old for this. Sign out, sign in again, and come back.`;
    case 'PASSKEY_CANCELLED':
      return t`No passkey was made: the browser was told to stop.`;
    case 'PASSKEY_UNKNOWN':
      return t`This browser makes no passkeys here. Use a secure address (https) and a current browser.`;
    case 'RATE_LIMITED':
      return t`Too many attempts. Wait a minute, then try again.`;
    default:
      return `${other.title} ${other.hint}`;
  }
}
