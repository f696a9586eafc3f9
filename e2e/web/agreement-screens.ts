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
    {
      route: '/console/partners/$partnerId/charter',
      as: 'owner',
      path: `${full}/charter`,
      opens: { en: 'Change: Roles', fr: 'Modifier : Rôles' },
    },
    { route: '/console/partners/$partnerId/charter', as: 'owner', path: `${empty}/charter` },
    { route: '/console/partners/$partnerId/leaving', as: 'owner', path: `${full}/leaving` },
    {
      route: '/console/partners/$partnerId/leaving',
      as: 'owner',
      path: `${empty}/leaving`,
      opens: { en: 'Propose something else', fr: 'Proposer autre chose' },
    },
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
    { route: '/console/settings/charters', as: 'owner', opens: { en: 'Write a clause', fr: 'Rédiger une clause' } },
    { route: '/console/settings/questionnaires', as: 'owner' },
    {
      route: '/console/settings/questionnaires/$questionnaireId',
      as: 'owner',
      path: `/console/settings/questionnaires/${ids.questionnaireId}`,
    },
    { route: '/console/programs/$programId/application', as: 'owner', path: `/console/programs/${programId}/application` },
    { route: '/console/obligations', as: 'owner', opens: add },
    { route: '/console/disputes', as: 'owner', opens: { en: 'Open a dispute', fr: 'Ouvrir un différend' } },
    {
      route: '/console/disputes/$disputeId',
      as: 'owner',
      path: `/console/disputes/${ids.disputeId}`,
      opens: { en: 'Propose a decision', fr: 'Proposer une décision' },
    },
    { route: '/console/partners/$partnerId/disputes', as: 'owner', path: `${full}/disputes` },
    { route: '/console/partners/$partnerId/disputes', as: 'owner', path: `${empty}/disputes` },
    { route: '/console/settings/disputes', as: 'owner', opens: { en: 'Change', fr: 'Modifier' } },
    { route: '/console/law', as: 'owner' },
    { route: '/console/signatures', as: 'owner', opens: { en: 'Send a document', fr: 'Envoyer un document' } },
    { route: '/console/signatures', as: 'owner', path: `/console/signatures?open=${ids.envelopeId}` },
    ...['all', 'new', 'french', ids.guardSetId].map((set) => {
      return { route: '/console/law', as: 'owner', path: `/console/law?sets=${set}` } as const;
    }),
    { route: '/portal/charter', as: 'partner' },
    { route: '/portal/partnership', as: 'partner' },
    { route: '/portal/qualifications', as: 'partner' },
    { route: '/portal/leaving', as: 'partner' },
    { route: '/portal/obligations', as: 'partner' },
    ...inBoth('/portal/disputes'),
    ...inBoth('/portal/disputes/$disputeId', `/portal/disputes/${ids.disputeId}`),
    ...inBoth('/portal/partnership'),
    ...inBoth('/portal/charter'),
    ...inBoth('/portal/leaving'),
    ...inBoth('/portal/obligations'),
    ...inBoth('/portal/signatures'),
    ...inBoth('/portal/signatures', `/portal/signatures?open=${ids.envelopeId}`),
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
