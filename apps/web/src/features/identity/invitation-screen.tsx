import { PasswordInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { signIn } from '../../lib/auth.ts';
import { chooseMembership } from '../../lib/membership-choice.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { Door } from './door.tsx';

const route = getRouteApi('/invitation');

/** Somebody invited chooses a password, and is in. */
export function InvitationScreen() {
  const { t } = useLingui();
  const { token = '' } = route.useSearch();
  const navigate = useNavigate();
  const client = useQueryClient();
  const state = useContractForm({
    route: 'acceptInvitation',
    schema: async () => (await import('@cordee/contract/identity-members')).acceptInvitation.body,
    initial: { password: '' },
    toInput: ({ password }) => ({ body: { token, password } }),
    onDone: async ({ email }, { password }) => {
      await signIn(email, password);
      chooseMembership(null);
      client.clear();
      await navigate({ to: '/', replace: true });
    },
  });
  return (
    <Door
      title={t`Choose your password`}
      lead={<Trans>You were invited. The link works once; the password is yours from then on.</Trans>}
    >
      <ContractForm state={state} verb={t`Continue`} wide>
        <PasswordInput
          label={t`Password`}
          description={t`At least 10 characters: four words without relation are good.`}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t`Show the password` }}
          key={state.form.key('password')}
          {...state.form.getInputProps('password')}
        />
      </ContractForm>
    </Door>
  );
}
