import { Alert, Checkbox, Modal, Select, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refresh } from '../../lib/api/queries.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useWorkspace, useZone } from '../../lib/workspace.tsx';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { toast } from '../../ui/toast.ts';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import { currentInstant } from './current-instant.ts';
import { touched, type Claim } from './claim.queries.ts';
import { acceptanceWords, refusalWords } from './claim-words.ts';
import { settlementField, settlementOf, waysOf, type SettlementDraft } from './settlement-draft.ts';
import { SettlementFields } from './settlement-fields.tsx';
import { useParts } from './use-parts.ts';

interface AcceptClaimProps {
  readonly claim: Claim;
  /** Silence has accepted it already: only how it is put right is left to say. */
  readonly isLate: boolean;
  readonly onClose: () => void;
}

type Code = keyof typeof acceptanceWords | keyof typeof refusalWords;

interface Values extends SettlementDraft {
  code: Code;
  reason: string;
  partly: boolean;
}

const usualCodes = {
  missing: 'tracking_lost',
  wrong: 'wrong_figures',
  rejected: 'wrongly_rejected',
  split: 'split_agreed',
} as const;

/** Accepts a claim and says how it is put right; what that makes is recorded at once. */
export function AcceptClaim(props: AcceptClaimProps) {
  const { t } = useLingui();
  const { isLate, onClose } = props;
  useFocusReturn();
  const title = isLate ? t`Put this claim right?` : t`Accept this claim?`;
  return (
    <Modal opened onClose={onClose} title={title} size="lg" centered closeButtonProps={{ 'aria-label': t`Close` }}>
      {isLate ? <SettleForm {...props} /> : <AcceptForm {...props} />}
    </Modal>
  );
}

function useDraft(claim: Claim) {
  const language = useLanguage();
  const zone = useZone();
  const currency = useWorkspace()?.currency ?? 'EUR';
  const possible = waysOf(claim);
  const [way, setWay] = useState(possible[0] ?? 'fact');
  const parts = useParts(claim);
  const { expected } = claim;
  const initial: SettlementDraft = {
    customerExternalId: expected?.customer.externalId ?? '',
    eventId: '',
    day: '',
    amount: '',
    currency: expected?.currency ?? currency,
    leadName: '',
    factId: '',
  };
  const settlement = (typed: SettlementDraft) => settlementOf(way, typed, parts.parts, { language, zone, now: currentInstant() });
  return { possible, way, setWay, parts, initial, settlement };
}

function AcceptForm({ claim, onClose }: AcceptClaimProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const draft = useDraft(claim);
  const [partly, setPartly] = useState(false);
  const initial: Values = { ...draft.initial, code: usualCodes[claim.kind], reason: '', partly: false };
  const state = useContractForm({
    route: 'acceptClaim',
    schema: async () => (await import('@cordee/contract/claim')).claimRoutes.acceptClaim.body,
    initial,
    toInput: (typed) => ({
      params: { id: claim.id },
      body: { partly, code: typed.code, reason: typed.reason, settlement: draft.settlement(typed) },
    }),
    fieldOf: settlementField,
    onDone: async () => {
      await refresh(client, ...touched, 'listContributions');
      toast(t`Accepted. The partner is told.`);
      onClose();
    },
  });
  const { form } = state;
  const words = { ...acceptanceWords, ...(partly ? refusalWords : {}) };
  return (
    <ContractForm state={state} verb={t`Accept`}>
      <SettlementFields claim={claim} draft={draft} form={form} />
      <Checkbox
        label={t`Only a part of what was claimed`}
        checked={partly}
        onChange={(event) => setPartly(event.currentTarget.checked)}
      />
      <Select
        label={t`Because`}
        allowDeselect={false}
        data={Object.entries(words).map(([value, label]) => ({ value, label: t(label) }))}
        key={form.key('code')}
        {...form.getInputProps('code')}
      />
      <Textarea
        label={t`Reason`}
        description={t`Shown to the partner and kept for good.`}
        rows={3}
        key={form.key('reason')}
        {...form.getInputProps('reason')}
      />
      <Refused errors={form.errors} />
    </ContractForm>
  );
}

function SettleForm({ claim, onClose }: AcceptClaimProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const draft = useDraft(claim);
  const state = useContractForm({
    route: 'settleClaim',
    schema: async () => (await import('@cordee/contract/claim')).claimRoutes.settleClaim.body,
    initial: draft.initial,
    toInput: (typed) => ({ params: { id: claim.id }, body: { settlement: draft.settlement(typed) } }),
    fieldOf: settlementField,
    onDone: async () => {
      await refresh(client, ...touched, 'listContributions');
      toast(t`Put right. The partner is told.`);
      onClose();
    },
  });
  return (
    <ContractForm state={state} verb={t`Put right`}>
      <Trans>Silence has accepted this claim. Say what could not be recorded by itself.</Trans>
      <SettlementFields claim={claim} draft={draft} form={state.form} />
      <Refused errors={state.form.errors} />
    </ContractForm>
  );
}

function Refused({ errors }: { errors: Readonly<Record<string, React.ReactNode>> }) {
  const refused = errors['way'] ?? errors['id'];
  if (refused === undefined || refused === null) return null;
  return <Alert color="red" variant="outline" role="alert" title={refused} />;
}
