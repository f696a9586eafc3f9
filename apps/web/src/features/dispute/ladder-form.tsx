import { Button, Checkbox, Fieldset, NumberInput, Select, TextInput } from '@mantine/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { AnswerOf } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';

type Ladder = AnswerOf<'getDisputeLadder'>;
type Rung = Ladder['set']['rungs'][number];

const roleWords = {
  sponsor: msg({ message: 'Sponsor', context: 'role' }),
  manager: msg({ message: 'Manager', context: 'role' }),
  operations: msg({ message: 'Operations', context: 'role' }),
  finance: msg({ message: 'Finance', context: 'role' }),
  legal: msg({ message: 'Legal', context: 'role' }),
  technical: msg({ message: 'Technical', context: 'role' }),
} as const;

/** Another ladder, from a day on: its steps, and what holds for all disputes. */
export function LadderForm({ now, onClose }: { now: Ladder; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [set, setSet] = useState(now.set);
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const state = useContractForm({
    route: 'setDisputeLadder',
    schema: async () => (await import('@cordee/contract/dispute-settings')).disputeSettingRoutes.setDisputeLadder.body,
    initial: { validFrom: today, source: '' },
    toInput: ({ validFrom, source }) => ({ body: { validFrom, source: { fr: source, en: source }, set } }),
    fieldOf: (path) => (path.startsWith('set') ? 'set' : path.replace(/^source\..*/, 'source')),
    onDone: async () => {
      await refresh(client, 'getDisputeLadder');
      toast(t`The ladder is set.`);
      onClose();
    },
  });
  const { form } = state;
  const refused = form.errors['set'];
  return (
    <SideDrawer title={t`Steps of a dispute`} onClose={onClose}>
      <ContractForm state={state} verb={t`Set the ladder`}>
        <TextInput type="date" label={t`Holds from`} key={form.key('validFrom')} {...form.getInputProps('validFrom')} />
        <TextInput
          label={t`Comes from`}
          description={t`A decision, a standard contract. May stay empty.`}
          key={form.key('source')}
          {...form.getInputProps('source')}
        />
        <Rungs rungs={set.rungs} error={refused} onChange={(rungs) => setSet({ ...set, rungs })} />
        <Checkbox
          label={t`Briefs are sealed until both are in`}
          checked={set.briefs === 'blind'}
          onChange={(event) => setSet({ ...set, briefs: event.currentTarget.checked ? 'blind' : 'open' })}
        />
        <Checkbox
          label={t`One side may pause the clock for a reason of its own`}
          checked={set.pauses === 'one_side'}
          onChange={(event) => setSet({ ...set, pauses: event.currentTarget.checked ? 'one_side' : 'both' })}
        />
        <Checkbox
          label={t`Payments to the partner wait while a dispute about money runs`}
          checked={set.holdsPayments}
          onChange={(event) => setSet({ ...set, holdsPayments: event.currentTarget.checked })}
        />
        <Checkbox
          label={t`Holidays of Alsace and Moselle count too`}
          checked={set.region === 'alsace-moselle'}
          onChange={(event) => setSet({ ...set, region: event.currentTarget.checked ? 'alsace-moselle' : null })}
        />
      </ContractForm>
    </SideDrawer>
  );
}

interface RungsProps {
  readonly rungs: readonly Rung[];
  readonly error: ReactNode;
  readonly onChange: (rungs: Rung[]) => void;
}

function Rungs({ rungs, error, onChange }: RungsProps) {
  const { t } = useLingui();
  const change = (index: number, next: Partial<Rung>) =>
    onChange(rungs.map((rung, place) => (place === index ? { ...rung, ...next } : rung)));
  return (
    <>
      {rungs.map((rung, index) => (
        <Fieldset key={rung.key} legend={t`Step ${index + 1}`}>
          <TextInput
            label={t`In English`}
            value={rung.level.en}
            error={index === 0 ? error : undefined}
            onChange={(event) => change(index, { level: { ...rung.level, en: event.currentTarget.value } })}
          />
          <TextInput
            label={t`In French`}
            value={rung.level.fr}
            onChange={(event) => change(index, { level: { ...rung.level, fr: event.currentTarget.value } })}
          />
          <NumberInput
            label={t`Business days`}
            min={1}
            max={250}
            value={rung.businessDays}
            onChange={(value) => change(index, { businessDays: Number(value) })}
          />
          <Select
            label={t`Who takes part, of both sides`}
            allowDeselect={false}
            data={Object.entries(roleWords).map(([value, label]) => ({ value, label: t(label) }))}
            value={rung.role}
            onChange={(value) => change(index, { role: (value ?? 'manager') as Rung['role'] })}
          />
          {rungs.length > 1 && (
            <Button
              mt="xs"
              size="compact-xs"
              variant="subtle"
              color="red"
              onClick={() => onChange(rungs.filter((_, place) => place !== index))}
            >
              <Trans>Remove this step</Trans>
            </Button>
          )}
        </Fieldset>
      ))}
      {rungs.length < 10 && (
        <Button
          variant="default"
          size="xs"
          style={{ alignSelf: 'flex-start' }}
          onClick={() =>
            onChange([...rungs, { key: freeKey(rungs), level: { fr: '', en: '' }, businessDays: 5, role: 'manager' }])
          }
        >
          <Trans context="dispute">Add a step</Trans>
        </Button>
      )}
    </>
  );
}

function freeKey(rungs: readonly Rung[]): string {
  for (let number = rungs.length + 1; ; number += 1) {
    if (!rungs.some(({ key }) => key === `step${number}`)) return `step${number}`;
  }
}
