import { ActionIcon, Menu } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconDots } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { problemToast, toast } from '../../ui/toast.ts';
import type { Enrollment } from './enrollment.queries.ts';

const ChangeState = lazy(async () => ({ default: (await import('./change-state.tsx')).ChangeState }));
const OwnPlan = lazy(async () => ({ default: (await import('./own-plan.tsx')).OwnPlan }));
type Asked = 'paused' | 'ended' | 'plan' | null;

/** What can be done with an enrollment from the list. */
export function EnrollmentActions({ enrollment }: { enrollment: Enrollment }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [asked, setAsked] = useState<Asked>(null);
  const { id, state } = enrollment;
  const activate = async () => {
    try {
      await call('changeEnrollmentState', { params: { id }, body: { state: 'active' } });
      await refresh(client, 'listEnrollments', 'getProgram', 'listPrograms');
      toast(t`The enrollment is active.`);
    } catch (error) {
      problemToast(error);
    }
  };
  const close = () => setAsked(null);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t`Actions`}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {state !== 'active' && (
            <Menu.Item onClick={() => void activate()}>{state === 'pending' ? t`Accept` : t`Activate again`}</Menu.Item>
          )}
          {state === 'active' && <Menu.Item onClick={() => setAsked('paused')}>{t`Pause`}</Menu.Item>}
          <Menu.Item onClick={() => setAsked('plan')}>{t`Choose its plan`}</Menu.Item>
          {state !== 'ended' && (
            <Menu.Item color="red.9" onClick={() => setAsked('ended')}>
              {state === 'pending' ? t`Refuse` : t`End`}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {(asked === 'paused' || asked === 'ended') && <ChangeState enrollment={enrollment} state={asked} onClose={close} />}
        {asked === 'plan' && <OwnPlan enrollment={enrollment} onClose={close} />}
      </Suspense>
    </>
  );
}
