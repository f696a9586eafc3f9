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
  /** Of what is downloaded, when it is no CSV. */
  readonly type?: string;
  /** Its name where several say the same. */
  readonly says?: string;
}

/** Downloads what a route answers as a file; for routes that say `text/csv`, or the type given. */
export function CsvButton<Id extends RouteId>({ route, input, name, children, type = 'text/csv', says }: CsvButtonProps<Id>) {
  const [busy, setBusy] = useState(false);
  const fetchFile = async () => {
    setBusy(true);
    try {
      saveFile(await download(route, input, type), name);
    } catch (error) {
      problemToast(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      variant="default"
      size="xs"
      loading={busy}
      onClick={() => void fetchFile()}
      {...(says === undefined ? {} : { 'aria-label': says })}
    >
      {children}
    </Button>
  );
}
