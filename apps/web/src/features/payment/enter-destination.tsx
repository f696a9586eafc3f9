import { SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';
import { detailLines } from './detail-lines.ts';

type DestinationRail = 'wise' | 'paypal' | 'stripe';

const empty = { holder: '', receiverType: 'INSTITUTION', email: '', iban: '', more: '', recipient: '', accountId: '' };

/** Where a partner is paid otherwise than on a bank account. */
export function EnterDestination({ partnerId, onClose }: { partnerId: string; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [rail, setRail] = useState<DestinationRail>('wise');
  const state = useContractForm({
    route: 'enterPartnerDestination',
    schema: async () => (await import('@cordee/contract/payout-rail')).payoutRailRoutes.enterPartnerDestination.body,
    initial: empty,
    toInput: (values) => ({ params: { id: partnerId }, body: bodyOf(rail, values) }),
    fieldOf: (path) => (path === 'details.IBAN' ? 'iban' : path.startsWith('details') ? 'more' : path),
    onDone: async () => {
      await refresh(client, 'listPartnerAccounts', 'listBankAccounts', 'getHome');
      toast(t`Entered: somebody of the company confirms it.`);
      onClose();
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={t`Enter another way to be paid`} onClose={onClose} size="md">
      <ContractForm state={state} verb={t`Enter it`}>
        <SegmentedControl
          aria-label={t`Way to be paid`}
          data={[
            { value: 'wise', label: 'Wise' },
            { value: 'paypal', label: 'PayPal' },
            { value: 'stripe', label: 'Stripe' },
          ]}
          value={rail}
          onChange={(value) => setRail(value)}
        />
        <TextInput label={t`Name of whoever is paid`} maxLength={70} key={form.key('holder')} {...form.getInputProps('holder')} />
        {rail === 'wise' && <WiseFields form={form} />}
        {rail === 'paypal' && (
          <TextInput
            label={t`E-mail address at PayPal, or payer id`}
            autoComplete="off"
            spellCheck={false}
            key={form.key('recipient')}
            {...form.getInputProps('recipient')}
          />
        )}
        {rail === 'stripe' && (
          <TextInput
            label={t`Connected account at Stripe`}
            description={t`It begins with acct_`}
            autoComplete="off"
            spellCheck={false}
            key={form.key('accountId')}
            {...form.getInputProps('accountId')}
          />
        )}
      </ContractForm>
    </SideDrawer>
  );
}

type Form = ReturnType<typeof useContractForm<'enterPartnerDestination', typeof empty>>['form'];

function WiseFields({ form }: { form: Form }) {
  const { t } = useLingui();
  return (
    <>
      <Select
        label={t`A person, or an organisation`}
        allowDeselect={false}
        data={[
          { value: 'INSTITUTION', label: t`An organisation` },
          { value: 'PERSON', label: t`A person` },
        ]}
        key={form.key('receiverType')}
        {...form.getInputProps('receiverType')}
      />
      <TextInput label={t`E-mail address`} type="email" key={form.key('email')} {...form.getInputProps('email')} />
      <TextInput
        label={t`IBAN`}
        description={t`Where the account has one.`}
        autoComplete="off"
        spellCheck={false}
        key={form.key('iban')}
        {...form.getInputProps('iban')}
      />
      <Textarea
        label={t`Other details of the account`}
        description={t`One a line, as Wise names them: “sortCode: 40-30-20”, then “accountNumber: 12345678”.`}
        autosize
        minRows={2}
        key={form.key('more')}
        {...form.getInputProps('more')}
      />
    </>
  );
}

function bodyOf(rail: DestinationRail, { holder, receiverType, email, iban, more, recipient, accountId }: typeof empty) {
  if (rail === 'paypal') return { rail, holder, recipient: recipient.trim() };
  if (rail === 'stripe') return { rail, holder, accountId: accountId.trim() };
  const details = { ...(iban.trim() === '' ? {} : { IBAN: iban }), ...detailLines(more) };
  const kind = receiverType === 'PERSON' ? ('PERSON' as const) : ('INSTITUTION' as const);
  return { rail, holder, receiverType: kind, ...(email.trim() === '' ? {} : { email: email.trim() }), details };
}
