import { createRoute } from '@tanstack/react-router';
import { lazyScreen } from '../../lib/lazy-screen.ts';
import { consoleRoute, partnerPageRoute, programPageRoute, settingsRoute } from '../../lib/routes.ts';

export const qualificationRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'qualifications/$qualificationId',
  component: lazyScreen('qualification', () => import('./qualification-screen.tsx'), 'QualificationScreen'),
});

export const applicationsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'applications',
  component: lazyScreen('qualification', () => import('./applications-screen.tsx'), 'ApplicationsScreen'),
});

export const applicationRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: 'applications/$applicationId',
  component: lazyScreen('qualification', () => import('./application-screen.tsx'), 'ApplicationScreen'),
});

export const questionnairesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'questionnaires',
  component: lazyScreen('qualification', () => import('./questionnaires-settings.tsx'), 'QuestionnairesSettings'),
});

export const questionnaireRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'questionnaires/$questionnaireId',
  component: lazyScreen('qualification', () => import('./editor/questionnaire-editor.tsx'), 'QuestionnaireEditor'),
});

export const programApplicationRoute = createRoute({
  getParentRoute: () => programPageRoute,
  path: 'application',
  component: lazyScreen('qualification', () => import('./program-application.tsx'), 'ProgramApplication'),
});

export const partnerQualificationsRoute = createRoute({
  getParentRoute: () => partnerPageRoute,
  path: 'qualifications',
  component: lazyScreen('qualification', () => import('./partner-qualifications.tsx'), 'PartnerQualifications'),
});
