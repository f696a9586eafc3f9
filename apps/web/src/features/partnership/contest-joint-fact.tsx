import { Text, Textarea } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';
import type { JointFact } from './partnership.queries.ts';

/** Says that what the other side stated is not so, and why. */
export function ContestJointFact({ joint, onClose }: { joint: JointFact; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const state = useContractForm({
    route: 'answerJointFact',
    schema: async () => (await import('@cordee/contract/joint-fact')).jointFactRoutes.answerJointFact.body,
    initial: { reason: '' },
    toInput: ({ reason }) => ({ params: { id: joint.id }, body: { step: 'contest' as const, reason } }),
    onDone: async () => {
      await refresh(client, 'listJointFacts', 'getTimeline');
      toast(t`Contested: the other side reads why.`);
      onClose();
    },
  });
  return (
    <SideDrawer title={t`Contest`} onClose={onClose} size="md">
      <ContractForm state={state} verb={t`Contest`}>
        <Text style={{ whiteSpace: 'pre-wrap' }}>{joint.text}</Text>
        <Textarea
          label={t`Why it is not so`}
          description={t`The other side reads it. It may then state it anew.`}
          autosize
          minRows={2}
          data-autofocus
          key={state.form.key('reason')}
          {...state.form.getInputProps('reason')}
        />
      </ContractForm>
    </SideDrawer>
  );
}
