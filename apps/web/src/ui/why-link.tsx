import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** Opens, beside the current screen, why a fact came to what it did. */
export function WhyLink({ factId, children }: { factId: string; children: ReactNode }) {
  return (
    <Anchor component={Link} to="." search={((now: object) => ({ ...now, why: factId })) as never} resetScroll={false}>
      {children}
    </Anchor>
  );
}
