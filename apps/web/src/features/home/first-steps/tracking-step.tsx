import { Button, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../lib/api/call.ts';
import { refresh } from '../../../lib/api/queries.ts';
import { chosenMembership } from '../../../lib/membership-choice.ts';
import { CopyField } from '../../../ui/copy-field.tsx';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { Status } from '../../../ui/status.tsx';
import { Instant } from '../../../ui/values.tsx';
import { lastSeenQuery, programsQuery } from './first-steps.queries.ts';
import { snippetOf } from './snippet.ts';

const ASK_EVERY_MS = 3000;

/** The piece of page to put in place, and whether it was seen there. */
export function TrackingStep() {
  const { t } = useLingui();
  const { data: programs } = useQuery(programsQuery);
  const { data: seen, dataUpdatedAt } = useQuery({ ...lastSeenQuery, refetchInterval: ASK_EVERY_MS });
  const destination = programs?.items.at(-1)?.destinationUrl;
  if (destination === undefined) {
    return (
      <Text>
        <Trans>First make a program: it says on which site links arrive.</Trans>
      </Text>
    );
  }
  return (
    <>
      <Text>
        <Trans>
          The script recognises partners’ links on your own pages and keeps the code only where the visitor agreed. Sales told by
          your server or by Stripe need no script.
        </Trans>
      </Text>
      <Snippet origin={new URL(destination).origin} />
      <Stack gap={6} component="section" aria-label={t`Live check`}>
        {seen?.map(({ host, lastSeenAt }) => (
          <div key={host}>
            {lastSeenAt === null ? (
              <Status tone="wait">{t`Not seen on ${host} yet. Open a page that has it: this line changes by itself.`}</Status>
            ) : (
              <Status tone="good">
                <span>
                  {dataUpdatedAt - Date.parse(lastSeenAt) < 120_000 ? (
                    <Trans>We just saw your script on {host}.</Trans>
                  ) : (
                    <Trans>
                      Your script was last seen on {host} on <Instant at={lastSeenAt} />.
                    </Trans>
                  )}
                </span>
              </Status>
            )}
          </div>
        ))}
      </Stack>
    </>
  );
}

function Snippet({ origin }: { origin: string }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [key, setKey] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { host } = new URL(origin);
  const make = async () => {
    setBusy(true);
    setError(null);
    try {
      const body = { publishable: true as const, name: t`Pages of ${host}`, origins: [origin] };
      const { secret } = await call('createKey', { body });
      setKey(secret);
      await refresh(client, 'listKeys', 'scriptLastSeen');
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  if (key !== null) {
    return <CopyField label={t`To put into the head of every page of ${host}`} value={snippetOf(location.origin, key)} />;
  }
  if (chosenMembership()?.role !== 'owner') {
    return (
      <Text>
        <Trans>An owner of the workspace makes the publishable key that the script needs.</Trans>
      </Text>
    );
  }
  return (
    <>
      {error !== null && <ProblemNotice error={error} />}
      <Button variant="default" loading={busy} onClick={() => void make()} style={{ alignSelf: 'flex-start' }}>
        <Trans>Make the script for {host}</Trans>
      </Button>
    </>
  );
}
