import { Select, Stack, Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { refresh } from '../../lib/api/queries.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { toast } from '../../ui/toast.ts';
import { touched, type Charter } from './charter.queries.ts';
import { kindWords, languageWords } from './charter-words.ts';

type Kind = Charter['kind'];
const kinds = Object.keys(kindWords) as Kind[];

/** Begins a charter with the clauses of its kind; the partner sees it once it is shared. */
export function BeginCharter({ partnerId, kind }: { partnerId: string; kind: Kind }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const prevailing: 'fr' | 'en' = useLanguage();
  const state = useContractForm({
    route: 'beginCharter',
    schema: async () => (await import('@cordee/contract/charter-actions')).charterActionRoutes.beginCharter.body,
    initial: { kind, prevailing, companyPerson: '', partnerPerson: '' },
    toInput: (values) => ({ body: { partnerId, ...values } }),
    onDone: async () => {
      await refresh(client, ...touched);
      toast(t`Begun. Only you see it until you share it.`);
    },
  });
  const { form } = state;
  return (
    <Stack maw={520}>
      <Text>
        <Trans>
          A charter says what both sides expect, what is paid, how it changes and how it ends. It begins with the clauses usual
          for its kind, in French and in English; both sides can change them.
        </Trans>
      </Text>
      <ContractForm state={state} verb={t`Begin the charter`}>
        <Select
          label={t`What the partner does`}
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: t(kindWords[value]) }))}
          key={form.key('kind')}
          {...form.getInputProps('kind')}
        />
        <Select
          label={t`Language that prevails`}
          description={t`It decides where the two texts differ.`}
          allowDeselect={false}
          data={(['fr', 'en'] as const).map((value) => ({ value, label: t(languageWords[value]) }))}
          key={form.key('prevailing')}
          {...form.getInputProps('prevailing')}
        />
        <TextInput
          label={t`Who answers for it at the company`}
          key={form.key('companyPerson')}
          {...form.getInputProps('companyPerson')}
        />
        <TextInput
          label={t`Who answers for it at the partner`}
          key={form.key('partnerPerson')}
          {...form.getInputProps('partnerPerson')}
        />
      </ContractForm>
      <Text size="sm" c="dimmed">
        <Trans>The clauses are a starting point in plain words, to be reviewed by counsel. This is not legal advice.</Trans>
      </Text>
    </Stack>
  );
}
