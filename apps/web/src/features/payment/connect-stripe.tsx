import { Checkbox, PasswordInput, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';

/** Takes the key by which transfers are sent; it is never shown again. */
export function ConnectStripe({ isConnected, onClose }: { isConnected: boolean; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const state = useContractForm({
    route: 'setPayoutConnection',
    schema: async () => (await import('@cordee/contract/payout-rail')).payoutRailRoutes.setPayoutConnection.body,
    initial: { secret: '', sameAccount: false },
    toInput: ({ secret, sameAccount }) => ({ body: { secret: secret.trim(), sameAccount } }),
    onDone: async () => {
      await refresh(client, 'getPayoutConnection');
      toast(t`Stripe is connected.`);
      onClose();
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={t`Connect Stripe`} onClose={onClose} size="md">
      <ContractForm state={state} verb={t`Connect`}>
        <Text>
          <Trans>
            Make a restricted key at Stripe (Developers › API keys) that may write and read transfers, nothing else. It is kept
            sealed, and never shown again.
          </Trans>
        </Text>
        <PasswordInput
          label={t`Key`}
          description={t`It begins with rk_ or sk_`}
          autoComplete="off"
          data-autofocus
          visibilityToggleButtonProps={{ 'aria-label': t`Show the key` }}
          key={form.key('secret')}
          {...form.getInputProps('secret')}
        />
        {isConnected && (
          <Checkbox
            label={t`It is of the same account at Stripe as the key before`}
            description={t`Needed while transfers are looked up there.`}
            key={form.key('sameAccount')}
            {...form.getInputProps('sameAccount', { type: 'checkbox' })}
          />
        )}
      </ContractForm>
    </SideDrawer>
  );
}
