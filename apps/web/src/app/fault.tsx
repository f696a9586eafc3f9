import { Container } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { ProblemNotice } from '../ui/problem-notice.tsx';

/** A screen that could not be shown. */
export function Fault({ error }: { error: unknown }) {
  const router = useRouter();
  return (
    <Container size="xs" py="xl" component="main">
      <ProblemNotice error={error} onRetry={() => void router.invalidate()} />
    </Container>
  );
}
