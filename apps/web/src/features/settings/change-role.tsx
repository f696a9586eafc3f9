import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';
import { RoleFields } from './role-fields.tsx';
import type { Member } from './settings.queries.ts';

/** Gives somebody another role. */
export function ChangeRole({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [role, setRole] = useState(member.role);
  const [partner, setPartner] = useState<string | null>(member.partnerId);
  const state = useContractForm({
    route: 'changeMember',
    schema: async () => (await import('@cordee/contract/identity-members')).changeMember.body,
    initial: { partnerId: '' },
    toInput: () => ({
      params: { userId: member.userId },
      body: { role, ...(role === 'partner' && partner !== null ? { partnerId: partner } : {}) },
    }),
    onDone: async ({ name }) => {
      await refresh(client, 'listMembers', 'listPeople');
      toast(t`${name} has another role.`);
      onClose();
    },
  });
  return (
    <SideDrawer title={t`The role of ${member.name}`} onClose={onClose} size="md">
      <ContractForm state={state} verb={t`Change role`}>
        <RoleFields
          role={role}
          onRole={setRole}
          partner={partner}
          onPartner={setPartner}
          error={state.form.errors['partnerId'] as string | undefined}
        />
      </ContractForm>
    </SideDrawer>
  );
}
