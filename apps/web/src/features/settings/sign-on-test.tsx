import { Button, List, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { call, type AnswerOf } from '../../lib/api/call.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Status } from '../../ui/status.tsx';

type Step = AnswerOf<'testSignOn'>['steps'][number];

/** Asks the provider, step by step, without anybody signing in. */
export function SignOnTest() {
  const { t } = useLingui();
  const test = useMutation({ mutationFn: () => call('testSignOn', {}) });
  return (
    <Stack gap="sm" align="flex-start">
      <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
        <Trans>Test the connection</Trans>
      </Button>
      {test.error !== null && <ProblemNotice error={test.error} />}
      <output style={{ display: 'block' }}>
        {test.data !== undefined && (
          <>
            <Text fw={500} mb={4}>
              {test.data.usable ? t`The provider can be used.` : t`The provider cannot be used yet.`}
            </Text>
            <List listStyleType="none" spacing={4} p={0} aria-label={t`Result of the test`}>
              {test.data.steps.map((step) => (
                <List.Item key={step.step}>
                  <Result step={step} />
                </List.Item>
              ))}
            </List>
          </>
        )}
      </output>
    </Stack>
  );
}

function Result({ step: { result, message } }: { step: Step }) {
  const { t } = useLingui();
  const words = { passed: t`Good`, failed: t`Failed`, unsure: t`Unsure` };
  const tones = { passed: 'good', failed: 'bad', unsure: 'wait' } as const;
  return (
    <>
      <Status tone={tones[result]}>{words[result]}</Status> · {message}
    </>
  );
}
