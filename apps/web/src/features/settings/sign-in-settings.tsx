import { Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { personQuery } from '../../lib/auth.ts';
import { Part } from './part.tsx';
import { Passkeys } from './passkeys.tsx';
import { SecondStep } from './second-step.tsx';

/** How oneself comes in: a second step after the password, or a passkey in its place. */
export function SignInSettings() {
  const { data: person } = useQuery(personQuery);
  if (person?.signedOn === true) return <KeptByCompany />;
  return (
    <>
      <SecondStep />
      <Passkeys />
    </>
  );
}

function KeptByCompany() {
  const { t } = useLingui();
  return (
    <Part title={t`Your sign-in`}>
      <Text maw={640}>
        <Trans>
          You came in by your company’s sign-on: your password and what is asked after it are kept there. A session opened this
          way lasts twelve hours.
        </Trans>
      </Text>
    </Part>
  );
}
