import { Anchor, Group, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { download } from '../../lib/api/call.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { saveFile } from '../save-file.ts';
import { SideDrawer } from '../side-drawer.tsx';
import type { Uploaded } from './send-bytes.ts';
import { sizeText } from './size-text.ts';

const PICTURES: ReadonlySet<string> = new Set(['png', 'jpeg', 'webp']);

/** What was handed in: each can be saved, pictures can be looked at. */
export function FileList({ files }: { files: readonly Uploaded[] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const [shown, setShown] = useState<{ readonly name: string; readonly address: string } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const open = async ({ id, name, kind }: Uploaded, looks: boolean) => {
    setError(null);
    try {
      const content = await download('downloadFile', { params: { id } }, '*/*');
      if (looks && PICTURES.has(kind)) setShown({ name, address: URL.createObjectURL(content) });
      else saveFile(content, name);
    } catch (refusal) {
      setError(refusal);
    }
  };
  const close = () => {
    if (shown !== null) URL.revokeObjectURL(shown.address);
    setShown(null);
  };
  return (
    <>
      <ul aria-label={t`Files`} style={{ margin: '4px 0 0', padding: 0, listStyle: 'none' }}>
        {files.map((file) => (
          <Group component="li" key={file.id} gap="xs" wrap="wrap">
            <Anchor
              component="button"
              size="sm"
              style={{ overflowWrap: 'anywhere', textAlign: 'start' }}
              onClick={() => void open(file, true)}
            >
              {file.name}
            </Anchor>
            <Text size="sm" c="dimmed">
              {sizeText(file.size, language)}
            </Text>
          </Group>
        ))}
      </ul>
      {error !== null && <ProblemNotice error={error} />}
      {shown !== null && (
        <SideDrawer title={shown.name} onClose={close} size="xl">
          <img src={shown.address} alt={shown.name} style={{ maxWidth: '100%' }} />
          <Text size="sm" mt="sm">
            <Anchor href={shown.address} download={shown.name}>
              <Trans>Save it</Trans>
            </Anchor>
          </Text>
        </SideDrawer>
      )}
    </>
  );
}
