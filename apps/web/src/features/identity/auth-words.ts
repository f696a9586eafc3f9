import { useLingui } from '@lingui/react/macro';
import { AuthRefusal } from '../../lib/auth.ts';
import { useProblemWords } from '../../ui/problem-notice.tsx';

/** What to say of a refused sign-in; null when nothing was refused. */
export function useAuthWords(error: unknown): string | null {
  const { t } = useLingui();
  const other = useProblemWords(error);
  if (error === null) return null;
  if (!(error instanceof AuthRefusal)) return `${other.title} ${other.hint}`;
  switch (error.code) {
    case 'INVALID_EMAIL_OR_PASSWORD':
    case 'INVALID_EMAIL':
      return t`This e-mail and this password do not go together. Check both, or ask an owner for a new link.`;
    case 'INVALID_CODE':
    case 'INVALID_BACKUP_CODE':
      return t`This code is not right. Codes change every thirty seconds: try the one shown now.`;
    case 'INVALID_TWO_FACTOR_COOKIE':
    case 'TWO_FACTOR_COOKIE_EXPIRED':
      return t`That took too long. Reload the page and begin with the password again.`;
    case 'PASSKEY_CANCELLED':
      return t`No passkey was used. Choose one, or sign in with your password.`;
    case 'PASSKEY_NOT_FOUND':
    case 'AUTHENTICATION_FAILED':
      return t`This passkey opens no account here. Choose another, or sign in with your password.`;
    case 'PASSKEY_UNKNOWN':
      return t`This browser knows no passkeys here. Sign in with your password.`;
    case 'RATE_LIMITED':
      return t`Too many attempts. Wait a minute, then try again.`;
    default:
      return `${other.title} ${other.hint}`;
  }
}
