import { Radio, Skeleton, Stack, TextInput, Title, Button, Group } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { changePerson, personQuery, type Person } from '../../lib/auth.ts';
import { useChooseLanguage } from '../../lib/choose-language.ts';
import { portalView } from '../../lib/portal-view.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { AccountTabs } from '../../ui/account-tabs.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import { MailPreferences } from './mail-preferences.tsx';

/** What concerns the person and not the partner: how they are called, what they read, what they are written about. */
export function PreferencesScreen() {
  const { t } = useLingui();
  const { data: person } = useQuery(personQuery);
  return (
    <>
      <PageHeader title={t`Your account`} />
      <AccountTabs />
      {portalView() === null ? (
        <Stack gap="xl" maw={480}>
          {person === undefined || person === null ? <Skeleton h={80} /> : <NameForm key={person.id} person={person} />}
          <LanguageChoice />
          <MailPreferences />
        </Stack>
      ) : (
        <EmptyState title={t`Each person chooses for themselves.`}>
          <Trans>Whoever signs in for this partner finds their name and language here.</Trans>
        </EmptyState>
      )}
    </>
  );
}

function NameForm({ person }: { person: Person }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [name, setName] = useState(person.name);
  const [busy, setBusy] = useState(false);
  const isEmpty = name.trim() === '';
  const save = async () => {
    setBusy(true);
    try {
      await changePerson({ name: name.trim() });
      await client.invalidateQueries({ queryKey: personQuery.queryKey });
      toast(t`Your name is saved.`);
    } catch (error) {
      problemToast(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!isEmpty && !busy) void save();
      }}
    >
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          label={t`Your name`}
          autoComplete="name"
          maxLength={120}
          value={name}
          error={isEmpty ? t`A name is expected.` : null}
          onChange={(event) => setName(event.currentTarget.value)}
          style={{ flex: 1 }}
        />
        <Button type="submit" variant="default" loading={busy} disabled={isEmpty}>
          <Trans>Save</Trans>
        </Button>
      </Group>
    </form>
  );
}

function LanguageChoice() {
  const { t } = useLingui();
  const language = useLanguage();
  const choose = useChooseLanguage();
  return (
    <section>
      <Title order={2} mb="xs">
        <Trans>Language</Trans>
      </Title>
      <Radio.Group
        aria-label={t`Language`}
        description={t`Kept with your account: you find it again wherever you sign in.`}
        value={language}
        onChange={(value) => void choose(value === 'fr' ? 'fr' : 'en').catch(problemToast)}
      >
        <Group mt="xs">
          <Radio value="en" label={<span lang="en">English</span>} />
          <Radio value="fr" label={<span lang="fr">Français</span>} />
        </Group>
      </Radio.Group>
    </section>
  );
}
