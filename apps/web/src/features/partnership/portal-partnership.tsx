import { Anchor, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { embed } from '../../lib/embed.ts';
import { shownPartnerId } from '../../lib/membership-choice.ts';
import { portalView } from '../../lib/portal-view.ts';
import { AccountTabs } from '../../ui/account-tabs.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { JointFacts } from './joint-facts.tsx';
import { OwnNotes } from './own-notes.tsx';
import { Part } from './part.tsx';
import { partnershipQuery } from './partnership.queries.ts';
import { People } from './people.tsx';
import { StageRail } from './stage-rail.tsx';
import { Visibility } from './visibility.tsx';

/** The partnership as the partner works on it. */
export function PortalPartnership() {
  const { t } = useLingui();
  const partnerId = shownPartnerId();
  const { data } = useQuery(partnershipQuery(partnerId));
  // Whoever looks with its eyes, or sees it framed, changes nothing and reads none of its notes.
  const isOwn = portalView() === null && embed() === null;
  return (
    <>
      <PageHeader title={t`Your account`}>
        <Trans>Who answers on each side, what both agreed on, and what each shows the other.</Trans>
      </PageHeader>
      <AccountTabs />
      <Stack gap="xl" maw={860}>
        {data !== undefined && data.stage !== null && (
          <Part title={t`Stage`} about={t`The company shows you where the partnership stands, and what the next stages ask.`}>
            <StageRail partnership={data} onMove={null} />
          </Part>
        )}
        <JointFacts partnerId={partnerId} mayTakePart={isOwn} />
        <People partnerId={partnerId} names={isOwn ? ['partner'] : []} />
        <Visibility partnerId={partnerId} mayDecide={isOwn} />
        {isOwn && <OwnNotes partnerId={partnerId} />}
        <Part
          title={t`Leaving`}
          about={t`When and how the partnership could end, what is owed then, and what each side takes with it.`}
        >
          <Anchor renderRoot={(props) => <Link to="/portal/leaving" {...props} />}>
            <Trans>Try it, or see how it stands</Trans>
          </Anchor>
        </Part>
      </Stack>
    </>
  );
}
