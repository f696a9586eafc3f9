import type { Role } from '@cordee/contract/route';
import { Radio, Stack } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { PartnerSelect } from '../../ui/form/partner-select.tsx';
import { allRoles, roleMeanings, roleWords } from './role-words.ts';

interface RoleFieldsProps {
  readonly role: Role;
  readonly onRole: (role: Role) => void;
  readonly partner: string | null;
  readonly onPartner: (id: string | null) => void;
  readonly error?: string | undefined;
}

/** A role with what it means; of a partner, which one. */
export function RoleFields({ role, onRole, partner, onPartner, error }: RoleFieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <Radio.Group label={t`Role`} value={role} onChange={(value) => onRole(value)}>
        <Stack gap={6} mt={4}>
          {allRoles.map((each) => (
            <Radio key={each} value={each} label={t(roleWords[each])} description={t(roleMeanings[each])} />
          ))}
        </Stack>
      </Radio.Group>
      {role === 'partner' && <PartnerSelect label={t`Which partner`} value={partner} onChange={onPartner} error={error} />}
    </>
  );
}
