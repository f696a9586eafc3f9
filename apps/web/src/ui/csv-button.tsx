import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { download, type InputOf, type RouteId } from '../lib/api/call.ts';
import { problemToast } from './problem-toast.tsx';

interface CsvButtonProps<Id extends RouteId> {
  readonly route: Id;
  readonly input: InputOf<Id>;
  readonly name: string;
}

/** Downloads what a route answers as CSV; for routes that say `text/csv`. */
export function CsvButton<Id extends RouteId>({ route, input, name }: CsvButtonProps<Id>) {
  const [busy, setBusy] = useState(false);
  const fetchFile = async () => {
    setBusy(true);
    try {
      const address = URL.createObjectURL(await download(route, input, 'text/csv'));
      const link = Object.assign(document.createElement('a'), { href: address, download: name });
      link.click();
      URL.revokeObjectURL(address);
    } catch (error) {
      problemToast(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="default" size="xs" loading={busy} onClick={() => void fetchFile()}>
      <Trans>Download CSV</Trans>
    </Button>
  );
}
