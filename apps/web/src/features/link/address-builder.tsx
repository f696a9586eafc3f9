import { Code, Fieldset, Group, SimpleGrid, Stack, TextInput, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { CopyButton } from '../../ui/copy-button.tsx';
import type { Link } from './link.queries.ts';
import { noLabels, trackedAddress, type Labels } from './tracked-address.ts';

const QrCode = lazy(async () => ({ default: (await import('./qr-code.tsx')).QrCode }));

/** The address to share: as it is, or with labels for one placement; the QR code follows. */
export function AddressBuilder({ link }: { link: Link }) {
  const { t } = useLingui();
  const [labels, setLabels] = useState<Labels>(noLabels);
  const address = trackedAddress(link.url, labels);
  const field = (name: keyof Labels) => ({
    value: labels[name],
    maxLength: 100,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setLabels((now) => ({ ...now, [name]: value }));
    },
  });
  return (
    <section>
      <Title order={2} mb="xs">
        <Trans>Share it</Trans>
      </Title>
      <Stack gap="sm">
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <Code block style={{ flex: 1, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
            {address}
          </Code>
          <CopyButton value={address} what={t`the address`} variant="filled" size="sm" />
        </Group>
        <Fieldset legend={t`Labels for one placement`}>
          <TextInput
            label={t`Sub-id`}
            description={t`Your figures tell it apart. Letters, digits, - and _; others become _.`}
            {...field('sub')}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
            <TextInput label={t`Source`} {...field('utm_source')} />
            <TextInput label={t`Medium`} {...field('utm_medium')} />
            <TextInput label={t`Campaign`} {...field('utm_campaign')} />
            <TextInput label={t`Content`} {...field('utm_content')} />
            <TextInput label={t`Term`} {...field('utm_term')} />
          </SimpleGrid>
        </Fieldset>
        <Suspense>
          <QrCode text={address} name={link.code} />
        </Suspense>
      </Stack>
    </section>
  );
}
