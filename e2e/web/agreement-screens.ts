import type { Screen } from './screen.ts';
import type { Stage } from './stage.ts';
import type { OwnIds } from './walk-records.ts';

/** Where two sides come to know each other and agree: empty for the first partner, with something in them for the other. */
export function agreements({ partnerIds, programId }: Stage, ids: OwnIds): readonly Screen[] {
  const full = `/console/partners/${partnerIds.refuge}`;
  const empty = `/console/partners/${partnerIds.lumiere}`;
  const add = { en: 'Add an obligation', fr: 'Ajouter une obligation' };
  const ask = { en: 'Ask both sides', fr: 'Interroger les deux parties' };
  return [
    {
      route: '/console/partners/$partnerId/partnership',
      as: 'owner',
      path: `${full}/partnership`,
      opens: { en: 'Propose a joint fact', fr: 'Proposer un fait commun' },
    },
    { route: '/console/partners/$partnerId/charter', as: 'owner', path: `${full}/charter` },
    { route: '/console/partners/$partnerId/charter', as: 'owner', path: `${empty}/charter` },
    { route: '/console/partners/$partnerId/qualifications', as: 'owner', path: `${full}/qualifications`, opens: ask },
    { route: '/console/partners/$partnerId/qualifications', as: 'owner', path: `${empty}/qualifications` },
    { route: '/console/partners/$partnerId/obligations', as: 'owner', path: `${full}/obligations`, opens: add },
    {
      route: '/console/qualifications/$qualificationId',
      as: 'owner',
      path: `/console/qualifications/${ids.revealedId}`,
      opens: { en: 'Decide', fr: 'Décider' },
    },
    { route: '/console/qualifications/$qualificationId', as: 'owner', path: `/console/qualifications/${ids.openId}` },
    { route: '/console/applications', as: 'owner' },
    { route: '/console/applications/$applicationId', as: 'owner', path: `/console/applications/${ids.applicationId}` },
    { route: '/console/settings/questionnaires', as: 'owner' },
    {
      route: '/console/settings/questionnaires/$questionnaireId',
      as: 'owner',
      path: `/console/settings/questionnaires/${ids.questionnaireId}`,
    },
    { route: '/console/programs/$programId/application', as: 'owner', path: `/console/programs/${programId}/application` },
    { route: '/console/obligations', as: 'owner', opens: add },
    { route: '/console/law', as: 'owner' },
    ...['all', 'new', 'french', ids.guardSetId].map((set) => {
      return { route: '/console/law', as: 'owner', path: `/console/law?sets=${set}` } as const;
    }),
    { route: '/portal/charter', as: 'partner' },
    { route: '/portal/partnership', as: 'partner' },
    { route: '/portal/qualifications', as: 'partner' },
    { route: '/portal/obligations', as: 'partner' },
    ...inBoth('/portal/partnership'),
    ...inBoth('/portal/charter'),
    ...inBoth('/portal/obligations'),
    ...inBoth('/portal/qualifications'),
    ...inBoth('/portal/qualifications/$qualificationId', `/portal/qualifications/${ids.revealedId}`),
    ...inBoth('/portal/qualifications/$qualificationId', `/portal/qualifications/${ids.openId}`),
  ];
}

/** Twice in a row: every second screen is walked in a language, so this one is in both. */
function inBoth(route: string, path = route): readonly Screen[] {
  const screen: Screen = { route, as: 'otherPartner', path };
  return [screen, screen];
}
