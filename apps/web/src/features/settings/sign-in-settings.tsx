import { Passkeys } from './passkeys.tsx';
import { SecondStep } from './second-step.tsx';

/** How oneself comes in: a second step after the password, or a passkey in its place. */
export function SignInSettings() {
  return (
    <>
      <SecondStep />
      <Passkeys />
    </>
  );
}
