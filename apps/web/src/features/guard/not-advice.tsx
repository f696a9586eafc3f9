import { Alert } from '@mantine/core';
import { Trans } from '@lingui/react/macro';

/** Above every screen of rules. */
export function NotAdvice() {
  return (
    <Alert variant="light" color="gray" role="note">
      <Trans>
        Information drawn from dated texts, with their sources. This is not legal advice: have a lawyer read what you sign.
      </Trans>
    </Alert>
  );
}
