import { Group, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { CountrySelect } from '../../ui/form/country-select.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';

const empty = { holder: '', iban: '', bic: '', street: '', postCode: '', town: '', country: null as string | null };

/** Where a partner is paid, or with null where the company pays from. */
export function EnterAccount({ partnerId, onClose }: { partnerId: string | null; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const state = useContractForm({
    route: partnerId === null ? ('enterCompanyAccount' as const) : ('enterPartnerAccount' as const),
    schema: async () => (await import('@cordee/contract/bank-account')).bankAccountRoutes.enterCompanyAccount.body,
    initial: empty,
    toInput: (values) => ({ params: { id: partnerId ?? '' }, body: bodyOf(values) }),
    fieldOf: (path) => path.replace(/^address\./, ''),
    onDone: async () => {
      await refresh(client, 'listCompanyAccounts', 'listPartnerAccounts', 'listBankAccounts', 'getHome');
      toast(t`Entered: somebody of the company confirms it.`);
      onClose();
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={t`Enter an account`} onClose={onClose} size="md">
      <ContractForm state={state} verb={t`Enter the account`}>
        <TextInput
          label={t`Account holder`}
          description={t`The name as the bank has it: banks compare it with the account.`}
          data-autofocus
          maxLength={70}
          key={form.key('holder')}
          {...form.getInputProps('holder')}
        />
        <TextInput label={t`IBAN`} autoComplete="off" spellCheck={false} key={form.key('iban')} {...form.getInputProps('iban')} />
        <TextInput
          label={t`BIC`}
          description={t`Only where the bank asks for it.`}
          autoComplete="off"
          key={form.key('bic')}
          {...form.getInputProps('bic')}
        />
        <TextInput label={t`Street and number`} key={form.key('street')} {...form.getInputProps('street')} />
        <Group grow align="start">
          <TextInput label={t`Post code`} key={form.key('postCode')} {...form.getInputProps('postCode')} />
          <TextInput label={t`Town`} key={form.key('town')} {...form.getInputProps('town')} />
        </Group>
        <CountrySelect label={t`Country`} key={form.key('country')} {...form.getInputProps('country')} />
      </ContractForm>
    </SideDrawer>
  );
}

/** An address is town and country at least, or none. */
function bodyOf({ holder, iban, bic, street, postCode, town, country }: typeof empty) {
  const hasAddress = [street, postCode, town].some((line) => line.trim() !== '');
  const address = {
    ...(street.trim() === '' ? {} : { street }),
    ...(postCode.trim() === '' ? {} : { postCode }),
    town,
    country: country ?? '',
  };
  return {
    holder,
    iban,
    ...(bic.trim() === '' ? {} : { bic: bic.replace(/\s/g, '').toUpperCase() }),
    ...(hasAddress ? { address } : {}),
  };
}
