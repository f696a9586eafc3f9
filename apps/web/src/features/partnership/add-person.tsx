import { Checkbox, Select, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { filled, useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';
import type { Person, Side } from './partnership.queries.ts';
import { roleWords } from './partnership-words.ts';

interface AddPersonProps {
  readonly partnerId: string;
  readonly names: readonly Side[];
  readonly onClose: () => void;
}

/** Names somebody of a side, by name and address. */
export function AddPerson({ partnerId, names, onClose }: AddPersonProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const sideWords: Readonly<Record<Side, string>> = { company: t`Company`, partner: t`Partner` };
  const state = useContractForm({
    route: 'addPartnershipPerson',
    schema: async () => (await import('@cordee/contract/partnership-people')).partnershipPeopleRoutes.addPartnershipPerson.body,
    initial: blank(names[0] ?? 'partner'),
    toInput: ({ side, name, email, role, isMain, maySign }) => ({
      params: { id: partnerId },
      body: { side, name, role, maySign, ...filled({ email }), ...(isMain ? { isMain } : {}) },
    }),
    onDone: async ({ name }) => {
      await refresh(client, 'listPartnershipPeople', 'getPartnership', 'getSeenByOtherSide');
      toast(t`${name} is in the partnership.`);
      onClose();
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={t`Name somebody`} onClose={onClose} size="md">
      <ContractForm state={state} verb={t`Name somebody`}>
        {names.length > 1 && (
          <Select
            label={t`Side`}
            allowDeselect={false}
            data={names.map((value) => ({ value, label: sideWords[value] }))}
            key={form.key('side')}
            {...form.getInputProps('side')}
          />
        )}
        <TextInput label={t`Name`} data-autofocus key={form.key('name')} {...form.getInputProps('name')} />
        <TextInput
          label={t`E-mail`}
          description={t`Optional`}
          type="email"
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <Select
          label={t`Role`}
          allowDeselect={false}
          data={(Object.keys(roleWords) as Person['role'][]).map((value) => ({ value, label: t(roleWords[value]) }))}
          key={form.key('role')}
          {...form.getInputProps('role')}
        />
        <Checkbox
          label={t`Main contact of its side`}
          key={form.key('isMain')}
          {...form.getInputProps('isMain', { type: 'checkbox' })}
        />
        <Checkbox
          label={t`Signs for its side`}
          description={t`Proposed when a charter is sent to be signed; the other side sees who it is.`}
          key={form.key('maySign')}
          {...form.getInputProps('maySign', { type: 'checkbox' })}
        />
      </ContractForm>
    </SideDrawer>
  );
}

interface Typed extends Record<string, unknown> {
  side: Side;
  name: string;
  email: string;
  role: Person['role'];
  isMain: boolean;
  maySign: boolean;
}

function blank(side: Side): Typed {
  return { side, name: '', email: '', role: 'manager', isMain: false, maySign: false };
}
