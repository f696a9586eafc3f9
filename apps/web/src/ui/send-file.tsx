import { Button, FileInput, Stack } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState, type ComponentType } from 'react';
import { ProblemNotice } from './problem-notice.tsx';

interface SendFileProps {
  readonly label: string;
  /** Kinds of files, as the browser names them. */
  readonly accept: string;
  /** What sending does: `Import the file`. */
  readonly verb: string;
  /** Sends it; what it throws is told here, and the file stays chosen. */
  readonly onSend: (file: File) => Promise<void>;
  /** How a refusal is told, where it says more than a sentence. */
  readonly Told?: ComponentType<{ readonly error: unknown }>;
}

/** Takes one file and sends it. */
export function SendFile({ label, accept, verb, onSend, Told = ProblemNotice }: SendFileProps) {
  const { t } = useLingui();
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async (chosen: File) => {
    setBusy(true);
    setError(null);
    try {
      await onSend(chosen);
      setFile(null);
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Stack gap="sm">
      <FileInput
        label={label}
        placeholder={t`Choose a file`}
        accept={accept}
        value={file}
        onChange={setFile}
        clearable
        clearButtonProps={{ 'aria-label': t`Another file` }}
      />
      {error !== null && <Told error={error} />}
      <Button
        disabled={file === null}
        loading={busy}
        onClick={() => file !== null && void send(file)}
        style={{ alignSelf: 'start' }}
      >
        {verb}
      </Button>
    </Stack>
  );
}
