import { Stack } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { JointFacts } from './joint-facts.tsx';
import { Part } from './part.tsx';
import { partnershipQuery, type Stage } from './partnership.queries.ts';
import { stageOrder } from './partnership-words.ts';
import { People } from './people.tsx';
import { StageRail } from './stage-rail.tsx';
import { StageTimes } from './stage-times.tsx';
import { Visibility } from './visibility.tsx';
import { Waivers } from './waivers.tsx';

const MoveStage = lazy(async () => ({ default: (await import('./move-stage.tsx')).MoveStage }));
const route = getRouteApi('/console/partners/$partnerId/partnership');

/** A partnership as the company works on it: a tab of the partner's page. */
export function PartnershipTab() {
  const { t } = useLingui();
  const { partnerId } = route.useParams();
  const to = stageOf(route.useSearch().to);
  const navigate = route.useNavigate();
  const query = useQuery(partnershipQuery(partnerId));
  const mayManage = ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
  const moveTo = (stage: Stage | null) =>
    void navigate({ search: stage === null ? {} : { to: stage }, replace: true, resetScroll: false });
  const partnership = query.data;
  return (
    <Stack gap="xl" maw={860}>
      <Part
        title={t`Stage`}
        query={query}
        about={t`Where the partnership stands, and what each next stage asks. What is missing can be waived with a reason.`}
      >
        {partnership !== undefined && <StageRail partnership={partnership} onMove={mayManage ? moveTo : null} />}
      </Part>
      {partnership !== undefined && <Waivers waivers={partnership.waivers} />}
      <People partnerId={partnerId} names={mayManage ? ['partner', 'company'] : []} />
      <JointFacts partnerId={partnerId} mayTakePart={mayManage} />
      <Visibility partnerId={partnerId} mayDecide={mayManage} />
      <StageTimes />
      <Suspense>
        {to !== null && partnership !== undefined && to !== partnership.stage && mayManage && (
          <MoveStage
            key={to}
            partnerId={partnerId}
            to={to}
            move={partnership.moves.find((each) => each.to === to) ?? null}
            onClose={() => moveTo(null)}
          />
        )}
      </Suspense>
    </Stack>
  );
}

function stageOf(text: string | undefined): Stage | null {
  return stageOrder.find((stage) => stage === text) ?? null;
}
