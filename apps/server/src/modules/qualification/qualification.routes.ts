import { applicationRoutes } from '@cordee/contract/application';
import { applicationFormRoutes } from '@cordee/contract/application-form';
import { qualificationRoutes } from '@cordee/contract/qualification';
import { questionnaireRoutes } from '@cordee/contract/questionnaire';
import { decodeId, encodeId } from '@cordee/core/ids';
import { transaction } from '../../platform/db/index.ts';
import type { Api } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { workspaceToTell } from '../identity/index.ts';
import { closedPage, confirmationPage, formPage } from './page/form-page.ts';
import type { QualificationParts } from './parts.ts';
import { getConflicts } from './queries/find-conflicts.ts';
import { getQualification } from './queries/get-qualification.ts';
import { listQualifications } from './queries/list-qualifications.ts';
import { getApplication, listApplications } from './queries/read-applications.ts';
import { beginApplication, getApplicationForm, readPublicForm } from './queries/read-forms.ts';
import { getQuestionnaire, getQuestionnaireVersion, listQuestionnaires } from './queries/read-questionnaires.ts';
import { keepAnswers, sealAnswers } from './verbs/answer.ts';
import { applyByKey, confirmApplication, sendApplication } from './verbs/apply.ts';
import { decideApplication } from './verbs/decide-application.ts';
import { decideQualification, withdrawQualification } from './verbs/end-qualification.ts';
import { openQualification } from './verbs/open-qualification.ts';
import { setApplicationForm } from './verbs/set-application-form.ts';
import { addEvidence, removeEvidence } from './verbs/write-evidence.ts';
import {
  archiveQuestionnaire,
  changeQuestionnaire,
  createQuestionnaire,
  publishQuestionnaire,
} from './verbs/write-questionnaire.ts';

/** Serves questionnaires, qualifications, applications, and the page of a form. */
export function serveQualification(api: Pick<Api, 'on' | 'page'>, parts: QualificationParts): void {
  serveQuestionnaires(api);
  const r = qualificationRoutes;
  api.on(r.openQualification, (context, { body }) => openQualification(context, parts, body));
  api.on(r.listQualifications, (context, { query }) => listQualifications(context, query));
  api.on(r.getQualification, (context, { params }) => getQualification(context, parts, params.id));
  api.on(r.keepAnswers, (context, { params, body }) => keepAnswers(context, parts, params.id, body.answers));
  api.on(r.sealAnswers, (context, { params, body }) => sealAnswers(context, parts, params.id, body.answers));
  api.on(r.withdrawQualification, (context, { params, body }) => withdrawQualification(context, parts, params.id, body.reason));
  api.on(r.decideQualification, (context, { params, body }) => decideQualification(context, parts, params.id, body));
  api.on(r.addEvidence, (context, { params, body }) => addEvidence(context, parts, params.id, body));
  api.on(r.removeEvidence, (context, { params }) => removeEvidence(context, parts, params.id, params.evidenceId));
  api.on(r.getQualificationConflicts, (context, { params }) => getConflicts(context, params.id));
  serveApplications(api, parts);
  servePages(api, parts);
}

function serveQuestionnaires(api: Pick<Api, 'on'>): void {
  const r = questionnaireRoutes;
  api.on(r.listQuestionnaires, (context, { query }) => listQuestionnaires(context, query));
  api.on(r.createQuestionnaire, (context, { body }) => createQuestionnaire(context, body));
  api.on(r.getQuestionnaire, (context, { params }) => getQuestionnaire(context, params.id));
  api.on(r.changeQuestionnaire, (context, { params, body }) => changeQuestionnaire(context, params.id, body));
  api.on(r.publishQuestionnaire, (context, { params }) => publishQuestionnaire(context, params.id));
  api.on(r.archiveQuestionnaire, (context, { params, body }) => archiveQuestionnaire(context, params.id, body.archived));
  api.on(r.getQuestionnaireVersion, (context, { params }) => getQuestionnaireVersion(context, params.id, params.version));
}

function serveApplications(api: Pick<Api, 'on'>, parts: QualificationParts): void {
  const f = applicationFormRoutes;
  const r = applicationRoutes;
  api.on(f.getApplicationForm, (context, { params, query }) => getApplicationForm(context, parts, params.id, query.days));
  api.on(f.setApplicationForm, (context, { params, body }) => setApplicationForm(context, parts, params.id, body));
  api.on(f.readPublicForm, (_context, { params }) => readPublicForm(parts, params.id));
  api.on(f.beginApplication, (_context, { params }) => beginApplication(parts, params.id));
  api.on(r.applyByKey, (context, { body }) => applyByKey(context, parts, body));
  api.on(r.sendApplication, ({ requestId }, { params, body }) => sendApplication(parts, requestId, params.id, body));
  api.on(r.confirmApplication, async ({ requestId }, { body }) => {
    const { workspaceId, state, program } = await confirmApplication(parts, requestId, body.token);
    const { name } = await transaction(parts.db, (tx) => workspaceToTell(tx, workspaceId), { workspaceId });
    return { state, program, workspace: name };
  });
  api.on(r.listApplications, (context, { query }) => listApplications(context, query));
  api.on(r.getApplication, (context, { params }) => getApplication(context, params.id));
  api.on(r.decideApplication, (context, { params, body }) => decideApplication(context, parts, params.id, body));
}

function servePages(api: Pick<Api, 'page'>, parts: QualificationParts): void {
  api.page('/apply', async ({ query, language }) => {
    const id = decodeId('apf', typeof query['form'] === 'string' ? query['form'] : '');
    if (id === null) return closedPage(language);
    try {
      return formPage(language, encodeId('apf', id), await readPublicForm(parts, id));
    } catch (error) {
      if (error instanceof Refusal && error.code === 'not_found') return closedPage(language);
      throw error;
    }
  });
  api.page('/apply/confirmation', async ({ query, language }) =>
    confirmationPage(language, typeof query['token'] === 'string' ? query['token'] : ''),
  );
}
