import { Alert, Button, Code, Stack, Text } from '@mantine/core';
import { useLingui, Trans } from '@lingui/react/macro';
import { asProblem } from '../lib/api/problem.ts';
import { embed } from '../lib/embed.ts';

/** What went wrong, and what to try. */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { title, hint, requestId } = useProblemWords(error);
  return (
    <Alert color="red" variant="outline" title={title} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text>{hint}</Text>
        {requestId !== null && (
          <Text size="xs">
            <Trans>
              Request <Code>{requestId}</Code>
            </Trans>
          </Text>
        )}
        {onRetry !== undefined && (
          <Button size="xs" variant="default" onClick={onRetry}>
            <Trans>Try again</Trans>
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** The sentences of an error in the language of the reader; the server's own where it gave some. */
export function useProblemWords(error: unknown): { title: string; hint: string; requestId: string | null } {
  const { t } = useLingui();
  const problem = asProblem(error);
  if (problem.code === 'unreachable') {
    return {
      title: t`The server cannot be reached.`,
      hint: t`Check the connection, then try again. Nothing you typed is lost.`,
      requestId: null,
    };
  }
  if (problem.code === 'unauthenticated' && embed() !== null) {
    return { title: t`This view is over.`, hint: t`Load the page it stands in anew.`, requestId: null };
  }
  if (problem.title === '') {
    return {
      title: t`Something did not work.`,
      hint: t`Try again; if it stays, tell whoever runs this server.`,
      requestId: problem.requestId,
    };
  }
  // Only a fault of ours needs its number to be found again.
  return { title: problem.title, hint: problem.hint, requestId: problem.status >= 500 ? problem.requestId : null };
}
