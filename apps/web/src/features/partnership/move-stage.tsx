import { Text, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';
import type { Move, Stage } from './partnership.queries.ts';
import { stageWords } from './partnership-words.ts';

interface MoveStageProps {
  readonly partnerId: string;
  readonly to: Stage;
  /** null where no such move is foreseen: the stage is set by hand. */
  readonly move: Move | null;
  readonly onClose: () => void;
}

/** Moves a partnership; whatever is missing is waived with its reason, one by one. */
export function MoveStage({ partnerId, to, move, onClose }: MoveStageProps) {
  const { t } = useLingui();
  const word = t(stageWords[to]);
  return (
    <SideDrawer title={t`Move to “${word}”`} onClose={onClose} size="md">
      {move === null ? (
        <SetByHand partnerId={partnerId} to={to} onClose={onClose} />
      ) : (
        <MoveAlong partnerId={partnerId} move={move} onClose={onClose} />
      )}
    </SideDrawer>
  );
}

function useMoved(to: Stage, onClose: () => void): () => Promise<void> {
  const { t } = useLingui();
  const client = useQueryClient();
  return async () => {
    await refresh(client, 'getPartnership', 'getPartner', 'listPartners', 'getTimeline', 'countStages', 'listStageTimes');
    const word = t(stageWords[to]);
    toast(t`The stage is now: ${word}.`);
    onClose();
  };
}

function MoveAlong({ partnerId, move, onClose }: { partnerId: string; move: Move; onClose: () => void }) {
  const { t } = useLingui();
  const shut = move.gates.filter(({ state }) => state === 'open' || state === 'unknown');
  const moved = useMoved(move.to, onClose);
  const state = useContractForm({
    route: 'movePartnership',
    schema: async () => (await import('@cordee/contract/partnership-stage')).partnershipStageRoutes.movePartnership.body,
    initial: Object.fromEntries(shut.map(({ code }) => [code, ''])) as Record<string, string>,
    toInput: (reasons) => ({
      params: { id: partnerId },
      body: { to: move.to, waivers: shut.map(({ code }) => ({ gate: code, reason: reasons[code] ?? '' })) },
    }),
    // The schema counts waivers, the server names them.
    fieldOf: (path) => {
      const [, key = ''] = path.split('.');
      return shut[Number(key)]?.code ?? key;
    },
    onDone: moved,
  });
  const { form } = state;
  return (
    <ContractForm state={state} verb={shut.length === 0 ? t`Move on` : t`Waive and move`}>
      {shut.length > 0 && (
        <Text size="sm">
          <Trans>Say for each why it may be passed over. The reasons are kept for good, with your name.</Trans>
        </Text>
      )}
      {shut.map(({ code, text }, index) => (
        <Textarea
          key={form.key(code)}
          label={text}
          description={t`Why it is not needed, or not yet`}
          autosize
          minRows={2}
          data-autofocus={index === 0 ? true : undefined}
          {...form.getInputProps(code)}
        />
      ))}
    </ContractForm>
  );
}

function SetByHand({ partnerId, to, onClose }: { partnerId: string; to: Stage; onClose: () => void }) {
  const { t } = useLingui();
  const moved = useMoved(to, onClose);
  const state = useContractForm({
    route: 'changeStage',
    schema: async () => {
      const { partnershipRoutes } = await import('@cordee/contract/partnership');
      // From the screens, what goes past all gates says why.
      return partnershipRoutes.changeStage.body?.required({ reason: true });
    },
    initial: { reason: '' },
    toInput: ({ reason }) => ({ params: { id: partnerId }, body: { stage: to, reason } }),
    onDone: moved,
  });
  const { form } = state;
  return (
    <ContractForm state={state} verb={t`Set the stage`}>
      <Text size="sm">
        <Trans>No such move is foreseen. The stage can be set by hand, which is kept as a waiver with your reason.</Trans>
      </Text>
      <Textarea
        label={t`Reason`}
        autosize
        minRows={2}
        data-autofocus
        key={form.key('reason')}
        {...form.getInputProps('reason')}
      />
    </ContractForm>
  );
}
