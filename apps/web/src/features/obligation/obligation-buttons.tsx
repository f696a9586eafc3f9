import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { portalView } from '../../lib/portal-view.ts';

const AddObligation = lazy(async () => ({ default: (await import('./add-obligation.tsx')).AddObligation }));
const CalendarAddress = lazy(async () => ({ default: (await import('./calendar-address.tsx')).CalendarAddress }));

const Holidays = lazy(async () => ({ default: (await import('./holidays.tsx')).Holidays }));

/** What may be done above a list of obligations. */
export function ObligationButtons({ partnerId, side }: { partnerId: string | null; side: 'company' | 'partner' }) {
  const [open, setOpen] = useState<'add' | 'calendar' | 'holidays' | null>(null);
  const role = chosenMembership()?.role ?? '';
  const mayAdd = side === 'company' && ['owner', 'manager'].includes(role);
  const mayWrite = mayAdd || (side === 'partner' && portalView() === null);
  const close = () => setOpen(null);
  return (
    <>
      {mayWrite && (
        <Button variant="default" onClick={() => setOpen('calendar')}>
          <Trans>In your calendar</Trans>
        </Button>
      )}
      {side === 'company' && (
        <Button variant="default" onClick={() => setOpen('holidays')}>
          <Trans>Holidays</Trans>
        </Button>
      )}
      {mayAdd && (
        <Button onClick={() => setOpen('add')}>
          <Trans>Add an obligation</Trans>
        </Button>
      )}
      <Suspense>
        {open === 'add' && <AddObligation partnerId={partnerId} onClose={close} />}
        {open === 'holidays' && <Holidays partnerId={partnerId} onClose={close} />}
        {open === 'calendar' && <CalendarAddress partnerId={side === 'partner' ? null : partnerId} side={side} onClose={close} />}
      </Suspense>
    </>
  );
}
