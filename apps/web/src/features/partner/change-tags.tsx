import { TagsInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AnswerOf } from '../../lib/api/call.ts';
import { queryOf, refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';

/** Changes the words the company puts on a partner; those in use are offered. */
export function ChangeTags({ partner, onClose }: { partner: AnswerOf<'getPartner'>; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const { data: inUse = [] } = useQuery(queryOf('listTags', {}));
  const state = useContractForm({
    route: 'changePartner',
    schema: async () => (await import('@cordee/contract/partner')).partnerRoutes.changePartner.body,
    initial: { tags: [...partner.tags] },
    toInput: ({ tags }) => ({ params: { id: partner.id }, body: { tags } }),
    fieldOf: (path) => (path.startsWith('tags') ? 'tags' : path),
    onDone: async () => {
      await refresh(client, 'getPartner', 'listPartners', 'listTags', 'getTimeline');
      toast(t`The tags are changed.`);
      onClose();
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={t`Change the tags`} onClose={onClose} size="md">
      <ContractForm state={state} verb={t`Save`}>
        <TagsInput
          label={t`Tags`}
          description={t`Words of your own, in lower case: Enter or a comma ends one. The partner never sees them.`}
          data-autofocus
          maxTags={20}
          clearable
          clearButtonProps={{ 'aria-label': t`No tag` }}
          data={inUse.map(({ tag }) => tag)}
          key={form.key('tags')}
          {...form.getInputProps('tags')}
        />
      </ContractForm>
    </SideDrawer>
  );
}
