import { Select, TextInput } from '@mantine/core';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { PartnerSelect } from '../../ui/form/partner-select.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';
import { ownerWords, proofWords } from './obligation-words.ts';
import { touched, type Obligation } from './obligation.queries.ts';

const repeats = {
  once: msg`Once`,
  month: msg`Every month`,
  quarter: msg`Every quarter`,
  half_year: msg`Every six months`,
  year: msg`Every year`,
} as const;
type Repeat = keyof typeof repeats;

interface Typed {
  partnerId: string;
  fr: string;
  en: string;
  by: Obligation['owner'];
  dueOn: string;
  repeat: Repeat;
  proof: Obligation['proof'];
}

const NOTHING_TYPED: Typed = {
  partnerId: '',
  fr: '',
  en: '',
  by: 'partner',
  dueOn: '',
  repeat: 'once',
  proof: 'statement',
};

interface AddObligationProps {
  readonly partnerId: string | null;
  readonly onClose: () => void;
}

/** Adds an obligation by hand: what, by whom, when, again or not, and how it is shown. */
export function AddObligation({ partnerId, onClose }: AddObligationProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const state = useContractForm({
    route: 'createObligation',
    schema: async () => (await import('@cordee/contract/obligation')).obligationRoutes.createObligation.body,
    initial: partnerId === null ? NOTHING_TYPED : { ...NOTHING_TYPED, partnerId },
    toInput: ({ fr, en, repeat, ...rest }) => {
      const cadence = repeat === 'once' ? null : { every: 1, pace: repeat };
      return { body: { ...rest, title: inBoth(fr, en), cadence } };
    },
    fieldOf: (path) => path.replace(/^title\./, ''),
    onDone: async () => {
      await refresh(client, ...touched);
      toast(t`The obligation is added.`);
      onClose();
    },
  });
  const { form } = state;
  const field = (name: 'fr' | 'en' | 'dueOn') => ({ key: form.key(name), ...form.getInputProps(name) });
  return (
    <SideDrawer title={t`Add an obligation`} onClose={onClose}>
      <ContractForm state={state} verb={t`Add the obligation`}>
        {partnerId === null && (
          <PartnerSelect
            label={t`Partner`}
            value={form.getValues().partnerId === '' ? null : form.getValues().partnerId}
            onChange={(id) => form.setFieldValue('partnerId', id ?? '')}
            error={form.errors['partnerId']}
          />
        )}
        <TextInput label={t`What, in English`} description={t`One of the two languages is enough.`} {...field('en')} />
        <TextInput label={t`What, in French`} {...field('fr')} />
        <Select
          label={t`Owed by`}
          allowDeselect={false}
          data={optionsOf(ownerWords, t)}
          key={form.key('by')}
          {...form.getInputProps('by')}
        />
        <TextInput type="date" label={t`Due on`} {...field('dueOn')} />
        <Select
          label={t`Again`}
          allowDeselect={false}
          data={optionsOf(repeats, t)}
          key={form.key('repeat')}
          {...form.getInputProps('repeat')}
        />
        <Select
          label={t`Proof`}
          allowDeselect={false}
          data={optionsOf(proofWords, t)}
          key={form.key('proof')}
          {...form.getInputProps('proof')}
        />
      </ContractForm>
    </SideDrawer>
  );
}

function optionsOf(words: Readonly<Record<string, MessageDescriptor>>, t: (word: MessageDescriptor) => string) {
  return Object.entries(words).map(([value, word]) => ({ value, label: t(word) }));
}

/** What is said in one language only stands for both. */
function inBoth(fr: string, en: string) {
  return { fr: fr.trim() === '' ? en : fr, en: en.trim() === '' ? fr : en };
}
