import { Select, Textarea } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { call, type AnswerOf } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { filled, useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import type { Stage } from './partner.queries.ts';
import { stageWords } from './stage-words.ts';

/** Moves a partner to another stage, with the reason the timeline keeps. */
export function ChangeStage({ partner, onClose }: { partner: AnswerOf<'getPartner'>; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const { id, stage: before } = partner;
  const again = () => refresh(client, 'getPartner', 'listPartners', 'getTimeline', 'countStages');
  const undo = async (stage: Stage) => {
    await call('changeStage', { params: { id }, body: { stage } });
    await again();
  };
  const state = useContractForm({
    route: 'changeStage',
    schema: async () => (await import('@cordee/contract/partnership')).partnershipRoutes.changeStage.body,
    initial: { stage: before ?? 'active', reason: '' },
    toInput: ({ stage, reason }) => ({ params: { id }, body: { stage, ...filled({ reason }) } }),
    onDone: async ({ stage }) => {
      await again();
      const word = stage === null ? '' : t(stageWords[stage]);
      const takeBack = before === null || before === stage ? undefined : () => void undo(before).catch(problemToast);
      toast(t`The stage is now: ${word}.`, takeBack);
      onClose();
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={t`Change the stage`} onClose={onClose} size="md">
      <ContractForm state={state} verb={t`Change the stage`}>
        <Select
          label={t`Stage`}
          description={t`Seen by the company only.`}
          allowDeselect={false}
          data-autofocus
          data={(Object.keys(stageWords) as Stage[]).map((value) => ({ value, label: t(stageWords[value]) }))}
          key={form.key('stage')}
          {...form.getInputProps('stage')}
        />
        <Textarea
          label={t`Reason`}
          description={t`Kept in the timeline.`}
          autosize
          minRows={2}
          key={form.key('reason')}
          {...form.getInputProps('reason')}
        />
      </ContractForm>
    </SideDrawer>
  );
}
