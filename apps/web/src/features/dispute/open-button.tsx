import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { mayAct } from './may-act.ts';
import { aboutOf, type Side } from './dispute.queries.ts';

const OpenDispute = lazy(async () => ({ default: (await import('./open-dispute.tsx')).OpenDispute }));

/** Opens a dispute, where the reader may; at once where the address says on what. */
export function OpenButton({ partnerId, side }: { partnerId: string | null; side: Side }) {
  const about = aboutOf(useSearch({ strict: false }));
  const navigate = useNavigate();
  const [isOpen, setIsOpen] = useState(about !== null);
  if (!mayAct(side)) return null;
  const close = () => {
    setIsOpen(false);
    if (about !== null) void navigate({ to: '.', search: {} as never, replace: true });
  };
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>
        <Trans>Open a dispute</Trans>
      </Button>
      <Suspense>{isOpen && <OpenDispute partnerId={partnerId} side={side} about={about} onClose={close} />}</Suspense>
    </>
  );
}
