import { Select, Textarea, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';
import type { JointFact } from './partnership.queries.ts';
import { jointKindWords } from './partnership-words.ts';

/** States something to the other side. */
export function ProposeJointFact({ partnerId, onClose }: { partnerId: string; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const state = useContractForm({
    route: 'proposeJointFact',
    schema: async () => (await import('@cordee/contract/joint-fact')).jointFactRoutes.proposeJointFact.body,
    initial: initialJoint(),
    toInput: (body) => ({ params: { id: partnerId }, body }),
    onDone: async () => {
      await refresh(client, 'listJointFacts', 'getTimeline');
      toast(t`Stated: the other side confirms or contests it.`);
      onClose();
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={t`Propose a joint fact`} onClose={onClose} size="md">
      <ContractForm state={state} verb={t`Propose`}>
        <Select
          label={t`What it is`}
          allowDeselect={false}
          data={(Object.keys(jointKindWords) as JointFact['kind'][]).map((value) => ({
            value,
            label: t(jointKindWords[value]),
          }))}
          key={form.key('kind')}
          {...form.getInputProps('kind')}
        />
        <TextInput label={t`Day`} type="date" key={form.key('on')} {...form.getInputProps('on')} />
        <Textarea
          label={t`What you state`}
          description={t`In words both sides would sign: who, what, how much, until when.`}
          autosize
          minRows={3}
          maxRows={12}
          data-autofocus
          key={form.key('text')}
          {...form.getInputProps('text')}
        />
      </ContractForm>
    </SideDrawer>
  );
}

function initialJoint(): { kind: JointFact['kind']; text: string; on: string } {
  return { kind: 'decision', text: '', on: today() };
}

/** The reader's own day. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
