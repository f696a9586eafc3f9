import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { download, type InputOf, type RouteId } from '../lib/api/call.ts';
import { saveFile } from './save-file.ts';
import { problemToast } from './toast.ts';

interface CsvButtonProps<Id extends RouteId> {
  readonly route: Id;
  readonly input: InputOf<Id>;
  /** Of the file. */
  readonly name: string;
  readonly children: ReactNode;
}

/** Downloads what a route answers as CSV; for routes that say `text/csv`. */
export function CsvButton<Id extends RouteId>({ route, input, name, children }: CsvButtonProps<Id>) {
  const [busy, setBusy] = useState(false);
  const fetchFile = async () => {
    setBusy(true);
    try {
      saveFile(await download(route, input, 'text/csv'), name);
    } catch (error) {
      problemToast(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="default" size="xs" loading={busy} onClick={() => void fetchFile()}>
      {children}
    </Button>
  );
}
