import { Anchor } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../lib/use-language.ts';
import type { Column } from '../../ui/data-list.tsx';
import { Status } from '../../ui/status.tsx';
import { Instant } from '../../ui/values.tsx';
import { decisionWords, stateTones, stateWords } from './qualification-words.ts';
import type { Qualification } from './qualification.queries.ts';

type Place = '/console/qualifications/$qualificationId' | '/portal/qualifications/$qualificationId';

/** What a list of qualifications shows, on either side. */
export function useQualificationColumns(place: Place): Column<Qualification>[] {
  const { t } = useLingui();
  const language = useLanguage();
  return [
    {
      id: 'name',
      header: t`Questionnaire`,
      cell: ({ id, name }) => (
        <Anchor component={Link} to={place} params={{ qualificationId: id } as never}>
          {name[language]}
        </Anchor>
      ),
    },
    {
      id: 'state',
      header: t`State`,
      cell: ({ state, sides, side }) => (
        <Status tone={stateTones[state]}>
          {state === 'open'
            ? sides[side].sealedAt === null
              ? t`To be answered`
              : t`Waits for the other side`
            : t(stateWords[state])}
        </Status>
      ),
    },
    { id: 'decision', header: t`Decision`, cell: ({ decision }) => (decision === null ? null : t(decisionWords[decision.kind])) },
    {
      id: 'until',
      header: t`Until`,
      cell: ({ state, expiresAt }) => (state === 'open' ? <Instant at={expiresAt} show="day" /> : null),
    },
    { id: 'at', header: t`Asked`, align: 'end', cell: ({ openedAt }) => <Instant at={openedAt} show="day" /> },
  ];
}
