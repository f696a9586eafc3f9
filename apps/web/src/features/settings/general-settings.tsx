import { ColorInput, Select, Skeleton, TagsInput, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { toast } from '../../ui/toast.ts';
import { LogoSetting } from './logo-setting.tsx';
import { Part } from './part.tsx';
import { workspaceQuery, type Workspace } from './settings.queries.ts';

/** The workspace: its name and language, where its links stand, how it looks and whom its mails come from. */
export function GeneralSettings() {
  const { data, error, refetch } = useQuery(workspaceQuery);
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton h={400} />;
  return (
    <>
      <CompanyPart workspace={data} />
      <HostsPart workspace={data} />
      <LogoSetting logo={data.branding.logo} />
      <LookPart workspace={data} />
    </>
  );
}

const schema = async () => (await import('@cordee/contract/identity')).changeWorkspace.body;

function useSaved() {
  const { t } = useLingui();
  const client = useQueryClient();
  return async () => {
    await refresh(client, 'getWorkspace');
    toast(t`Saved.`);
  };
}

function CompanyPart({ workspace }: { workspace: Workspace }) {
  const { t } = useLingui();
  const onDone = useSaved();
  const state = useContractForm({
    route: 'changeWorkspace',
    schema,
    initial: { name: workspace.name, language: workspace.language },
    toInput: ({ name, language }) => ({ body: { name, language } }),
    onDone,
  });
  const { form } = state;
  return (
    <Part
      narrow
      title={t`Company`}
      lead={
        <Trans>
          Country {workspace.country}, currency {workspace.currency} and time zone {workspace.zone} stay as they were chosen: past
          figures rest on them.
        </Trans>
      }
    >
      <ContractForm state={state} verb={t`Save the company`}>
        <TextInput label={t`Company`} autoComplete="organization" key={form.key('name')} {...form.getInputProps('name')} />
        <Select
          label={t`Language of the company`}
          description={t`Of messages and documents to partners who chose none.`}
          allowDeselect={false}
          data={[
            { value: 'en', label: 'English' },
            { value: 'fr', label: 'Français' },
          ]}
          key={form.key('language')}
          {...form.getInputProps('language')}
        />
      </ContractForm>
    </Part>
  );
}

function HostsPart({ workspace }: { workspace: Workspace }) {
  const { t } = useLingui();
  const onDone = useSaved();
  const state = useContractForm({
    route: 'changeWorkspace',
    schema,
    initial: { trackingHosts: [...workspace.trackingHosts] },
    toInput: ({ trackingHosts }) => ({ body: { trackingHosts: trackingHosts.map((host) => host.trim().toLowerCase()) } }),
    fieldOf: (path) => path.split('.')[0] ?? path,
    onDone,
  });
  const { form } = state;
  return (
    <Part
      narrow
      title={t`Tracking hosts`}
      lead={
        <Trans>
          Names of yours that lead to this server, so that links carry your own name and browsers keep their cookies longer.
        </Trans>
      }
    >
      <ContractForm state={state} verb={t`Save the hosts`}>
        <TagsInput
          label={t`Hosts`}
          description={t`Each with Enter, such as go.example.com. Point them to this server first.`}
          key={form.key('trackingHosts')}
          {...form.getInputProps('trackingHosts')}
        />
      </ContractForm>
    </Part>
  );
}

function LookPart({ workspace }: { workspace: Workspace }) {
  const { t } = useLingui();
  const onDone = useSaved();
  const { branding, sender } = workspace;
  const state = useContractForm({
    route: 'changeWorkspace',
    schema,
    initial: { accentColour: branding.accentColour ?? '', senderName: sender.name ?? '', replyTo: sender.replyTo ?? '' },
    toInput: ({ accentColour, senderName, replyTo }) => ({
      body: { accentColour: orNull(accentColour), senderName: orNull(senderName), replyTo: orNull(replyTo) },
    }),
    onDone,
  });
  const { form } = state;
  return (
    <Part narrow title={t`Colour and sender`} lead={<Trans>How mails and public pages look, and whom mails come from.</Trans>}>
      <ContractForm state={state} verb={t`Save colour and sender`}>
        <ColorInput
          // Its sliders have no name for those who hear them; the field takes what is typed, and the screen's own colours.
          withPicker={false}
          label={t`Accent colour`}
          description={t`As #1f5f4a; dark enough to be seen on white. Empty: the colour of Cordée.`}
          eyeDropperButtonProps={{ 'aria-label': t`Take a colour from the screen` }}
          key={form.key('accentColour')}
          {...form.getInputProps('accentColour')}
        />
        <TextInput
          label={t`Sender’s name`}
          description={t`Empty: the name of the company.`}
          key={form.key('senderName')}
          {...form.getInputProps('senderName')}
        />
        <TextInput
          type="email"
          label={t`Replies go to`}
          autoComplete="off"
          key={form.key('replyTo')}
          {...form.getInputProps('replyTo')}
        />
      </ContractForm>
    </Part>
  );
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
