import { Alert, Anchor, Button, Modal, NumberInput, Select } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { refresh } from '../../lib/api/queries.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { DataList } from '../../ui/data-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { toast } from '../../ui/toast.ts';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import { qualificationsQuery, questionnairesQuery, touched } from './qualification.queries.ts';
import { useQualificationColumns } from './use-qualification-columns.tsx';

const route = getRouteApi('/console/partners/$partnerId/qualifications');

/** A tab of a partner's page: what both were asked, and asking. */
export function PartnerQualifications() {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const { partnerId } = route.useParams();
  const list = useInfiniteQuery(qualificationsQuery(partnerId));
  const [asking, setAsking] = useState(false);
  const mayAsk = ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
  const open = (id: string) => void navigate({ to: '/console/qualifications/$qualificationId', params: { qualificationId: id } });
  const button = mayAsk && (
    <Button onClick={() => setAsking(true)}>
      <Trans>Ask both sides</Trans>
    </Button>
  );
  return (
    <>
      <DataList
        label={t`Qualifications`}
        list={list}
        columns={useQualificationColumns('/console/qualifications/$qualificationId')}
        keyOf={({ id }) => id}
        onOpen={({ id }) => open(id)}
        tools={(list.data?.length ?? 0) > 0 ? button : undefined}
        empty={
          <EmptyState title={t`Nothing was asked yet.`} action={button}>
            <Trans>
              You and the partner answer the same questions, each alone. Both are revealed at once, with what to talk about.
            </Trans>
          </EmptyState>
        }
      />
      {asking && <Ask partnerId={partnerId} onClose={() => setAsking(false)} onAsked={open} />}
    </>
  );
}

interface AskProps {
  readonly partnerId: string;
  readonly onClose: () => void;
  readonly onAsked: (id: string) => void;
}

function Ask({ partnerId, onClose, onAsked }: AskProps) {
  const { t } = useLingui();
  useFocusReturn();
  const language = useLanguage();
  const client = useQueryClient();
  const { data } = useQuery(questionnairesQuery);
  const usable = data?.items.filter(({ published, archivedAt }) => published !== null && archivedAt === null) ?? [];
  const initial: { questionnaireId: string; days: number | string } = { questionnaireId: '', days: 30 };
  const state = useContractForm({
    route: 'openQualification',
    schema: async () => (await import('@cordee/contract/qualification')).qualificationRoutes.openQualification.body,
    initial,
    toInput: ({ questionnaireId, days }) => ({ body: { partnerId, questionnaireId, days: Number(days) } }),
    onDone: async ({ id }) => {
      await refresh(client, ...touched);
      toast(t`Asked. The partner is told by mail.`);
      onAsked(id);
    },
  });
  const { form } = state;
  return (
    <Modal opened onClose={onClose} title={t`Ask both sides`} centered closeButtonProps={{ 'aria-label': t`Close` }}>
      <ContractForm state={state} verb={t`Ask`}>
        {data !== undefined && usable.length === 0 && (
          <Alert variant="outline" title={t`No questionnaire is published yet.`}>
            <Anchor component={Link} to="/console/settings/questionnaires">
              <Trans>Prepare one in the settings</Trans>
            </Anchor>
          </Alert>
        )}
        <Select
          label={t`Questionnaire`}
          data={usable.map(({ id, name }) => ({ value: id, label: name[language] }))}
          data-autofocus
          key={form.key('questionnaireId')}
          {...form.getInputProps('questionnaireId')}
        />
        <NumberInput
          label={t`Days to answer`}
          min={1}
          max={180}
          maw={160}
          key={form.key('days')}
          {...form.getInputProps('days')}
        />
      </ContractForm>
    </Modal>
  );
}
