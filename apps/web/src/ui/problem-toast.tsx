import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useProblemWords } from './problem-notice.tsx';

/** Tells of a refusal where there is no place beside what was asked. */
export function problemToast(error: unknown): void {
  notifications.show({ color: 'red.9', autoClose: 8000, message: <Words error={error} /> });
}

function Words({ error }: { error: unknown }) {
  const { title, hint } = useProblemWords(error);
  return (
    <>
      <Text fw={600}>{title}</Text>
      <Text>{hint}</Text>
    </>
  );
}
