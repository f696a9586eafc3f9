import type { Scope } from '@cordee/contract/route';
import { Checkbox, SegmentedControl, Stack, TagsInput, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { NewSecret } from './new-secret.tsx';
import { scopeMeanings, scopeWords } from './scope-words.ts';

type SecretScope = Exclude<Scope, 'track:client'>;
const SCOPES = Object.keys(scopeMeanings) as SecretScope[];
const FIRST: readonly SecretScope[] = ['track'];

/** Creates a key, then shows it once. */
export function CreateKey({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [kind, setKind] = useState('secret');
  const [secret, setSecret] = useState<string | null | undefined>(undefined);
  const state = useContractForm({
    route: 'createKey',
    schema: async () => (await import('@cordee/contract/identity-keys')).createKey.body,
    initial: { name: '', scopes: [...FIRST] as SecretScope[], origins: [] as string[], expiresOn: '' },
    toInput: ({ name, scopes, origins, expiresOn }) => {
      const expires = expiresOn === '' ? {} : { expiresAt: new Date(`${expiresOn}T23:59:59`).toISOString() };
      return {
        body:
          kind === 'secret'
            ? { publishable: false as const, name, scopes, ...expires }
            : { publishable: true as const, name, origins, ...expires },
      };
    },
    fieldOf: (path) => (path === 'expiresAt' ? 'expiresOn' : (path.split('.')[0] ?? path)),
    onDone: async (answer) => {
      setSecret(answer.secret);
      await refresh(client, 'listKeys');
    },
  });
  const { form } = state;
  if (secret !== undefined) {
    return (
      <SideDrawer title={t`The new key`} onClose={onClose} size="md">
        <NewSecret secret={secret} onClose={onClose} />
      </SideDrawer>
    );
  }
  return (
    <SideDrawer title={t`Create a key`} onClose={onClose} size="md">
      <ContractForm state={state} verb={t`Create the key`}>
        <SegmentedControl
          aria-label={t`Kind of key`}
          value={kind}
          onChange={setKind}
          data={[
            { value: 'secret', label: t`Secret` },
            { value: 'publishable', label: t`Publishable` },
          ]}
        />
        <TextInput
          label={t`Name`}
          description={t`What uses it, to be recognised later.`}
          data-autofocus
          autoComplete="off"
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        {kind === 'secret' ? (
          <ScopesInput inputKey={form.key('scopes')} props={form.getInputProps('scopes')} />
        ) : (
          <OriginsInput inputKey={form.key('origins')} props={form.getInputProps('origins')} />
        )}
        <TextInput
          type="date"
          label={t`Until`}
          description={<Trans>Empty: until it is revoked.</Trans>}
          key={form.key('expiresOn')}
          {...form.getInputProps('expiresOn')}
        />
      </ContractForm>
    </SideDrawer>
  );
}

function ScopesInput({ inputKey, props }: { inputKey: string; props: object }) {
  const { t } = useLingui();
  return (
    <Checkbox.Group label={t`What it may do`} key={inputKey} {...props}>
      <Stack gap={8} mt={4}>
        {SCOPES.map((scope) => (
          <Checkbox key={scope} value={scope} label={t(scopeWords[scope])} description={t(scopeMeanings[scope])} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

/** Where a publishable key may be used from. */
export function OriginsInput({ inputKey, props }: { inputKey: string; props: object }) {
  const { t } = useLingui();
  return (
    <TagsInput
      label={t`Allowed origins`}
      description={t`Each with Enter: https://shop.example.com, or https://*.example.com for all hosts below.`}
      key={inputKey}
      {...props}
    />
  );
}
