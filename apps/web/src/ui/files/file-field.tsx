import { Button, CloseButton, Group, Input, Progress, Stack, Text } from '@mantine/core';
import { mostFiles } from '@cordee/contract/file-limits';
import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { useLanguage } from '../../lib/use-language.ts';
import { useProblemWords } from '../problem-notice.tsx';
import classes from './file-field.module.css';
import { sizeText } from './size-text.ts';
import { useUploads, type Fault, type HandedIn, type Upload } from './use-uploads.ts';

const ACCEPTED = '.pdf,.png,.jpg,.jpeg,.webp,.txt,.csv,application/pdf,image/png,image/jpeg,image/webp,text/plain,text/csv';

interface FileFieldProps {
  readonly label: string;
  /** What the server says of what was handed in. */
  readonly error?: string | null;
  readonly onChange: (handedIn: HandedIn) => void;
}

/** Takes files by dragging or choosing, and sends them at once: what is refused is told before the form is sent. */
export function FileField({ label, error = null, onChange }: FileFieldProps) {
  const { t } = useLingui();
  const { uploads, add, remove } = useUploads(onChange);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  return (
    <Input.Wrapper label={label} error={error} labelElement="div">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging is one way, the button in it the other */}
      <fieldset
        aria-label={label}
        className={classes['zone']}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          add([...event.dataTransfer.files]);
        }}
      >
        <Group gap="sm" wrap="wrap">
          <Button variant="default" size="xs" onClick={() => input.current?.click()}>
            <Trans>Choose files</Trans>
          </Button>
          <Text size="sm" c="dimmed" className={classes['drag']}>
            <Trans>or drag them here.</Trans>
          </Text>
        </Group>
        <Text size="sm" c="dimmed" mt={4}>
          <Trans>PDF, pictures, text or CSV; {mostFiles} at most, 10 MB each.</Trans>
        </Text>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={ACCEPTED}
          aria-label={t`Choose files`}
          onChange={({ currentTarget }) => {
            add([...(currentTarget.files ?? [])]);
            // The same file can be chosen again.
            currentTarget.value = '';
          }}
        />
      </fieldset>
      {uploads.length > 0 && (
        <Stack component="ul" gap={6} mt="xs" p={0} className={classes['list']} aria-live="polite">
          {uploads.map((upload) => (
            <Chosen key={upload.key} upload={upload} onRemove={() => remove(upload)} />
          ))}
        </Stack>
      )}
    </Input.Wrapper>
  );
}

function Chosen({ upload, onRemove }: { upload: Upload; onRemove: () => void }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { name, size, share, uploaded, fault } = upload;
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);
  return (
    <li>
      <Group gap="xs" wrap="nowrap" align="flex-start" justify="space-between">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {uploaded?.name ?? name}{' '}
          <Text span size="sm" c="dimmed">
            {sizeText(size, language)}
          </Text>
        </Text>
        <CloseButton size="sm" aria-label={t`Remove ${name}`} onClick={onRemove} />
      </Group>
      {uploaded === null && fault === null && (
        <Progress value={Math.max(3, share * 100)} size="sm" aria-label={t`Sending ${name}: ${percent}`} />
      )}
      {fault !== null && <Why fault={fault} size={size} />}
    </li>
  );
}

function Why({ fault, size }: { fault: Fault; size: number }) {
  const language = useLanguage();
  const words = useProblemWords(fault);
  const weight = sizeText(size, language);
  return (
    <Text size="sm" c="red" role="alert">
      {fault === 'large' ? (
        <Trans>
          It weighs {weight}, and 10 MB is the most: it was not sent. Scan it at 150 dpi, or send only the pages that matter.
        </Trans>
      ) : fault === 'many' ? (
        <Trans>There are {mostFiles} already: it was not sent.</Trans>
      ) : (
        (fault.fields[0]?.message ?? `${words.title} ${words.hint}`)
      )}
    </Text>
  );
}
