import { exitRehearsalRoutes } from '@cordee/contract/exit-rehearsal';
import { leavingRoutes } from '@cordee/contract/leaving';
import { partnerArchiveRoutes } from '@cordee/contract/partner-archive';
import type { Api } from '../../platform/http/index.ts';
import type { GateSource } from '../partnership/index.ts';
import { downloadArchive, getArchive, listArchives, startArchive } from './archive/fetch-archive.ts';
import { getLeaving } from './queries/get-leaving.ts';
import { listRehearsals, rehearseExit } from './queries/rehearse-exit.ts';
import { answerLeaving, offerLeaving } from './verbs/agree-on-end.ts';
import { beginLeaving } from './verbs/begin-leaving.ts';
import { doStep } from './verbs/do-step.ts';
import { endLeaving } from './verbs/end-leaving.ts';
import { giveNotice } from './verbs/give-notice.ts';
import { keepRehearsal, showRehearsal } from './verbs/keep-rehearsal.ts';
import { settleLeaving } from './verbs/settle-leaving.ts';

export interface LeavingParts {
  readonly gateFacts: GateSource;
  readonly baseUrl: string;
  /** Where archives wait to be downloaded. */
  readonly folder: string;
}

/** Serves how a partnership is left: tried, noticed, agreed, settled and ended, and what each side takes with it. */
export function registerLeaving(api: Pick<Api, 'on'>, parts: LeavingParts): void {
  const { gateFacts } = parts;
  const r = exitRehearsalRoutes;
  api.on(r.rehearseExit, (context, { params, query }) => rehearseExit(context, params.id, query));
  api.on(r.keepExitRehearsal, (context, { params, body }) => keepRehearsal(context, params.id, body));
  api.on(r.showExitRehearsal, (context, { params, body }) => showRehearsal(context, params.id, body.shown));
  api.on(r.listExitRehearsals, (context, { params, query }) => listRehearsals(context, params.id, query));
  const l = leavingRoutes;
  api.on(l.getLeaving, (context, { params }) => getLeaving(context, params.id));
  api.on(l.giveNotice, (context, { params, body }) => giveNotice(context, params.id, body));
  api.on(l.offerLeaving, (context, { params, body }) => offerLeaving(context, params.id, body));
  api.on(l.answerLeaving, (context, { params, body }) => answerLeaving(context, params.id, body, gateFacts));
  api.on(l.beginLeaving, (context, { params, body }) => beginLeaving(context, params.id, body.waivers, gateFacts));
  api.on(l.doLeavingStep, (context, { params, body }) => doStep(context, params.id, body));
  api.on(l.settleLeaving, (context, { params, body }) => settleLeaving(context, params.id, body));
  api.on(l.endLeaving, (context, { params, body }) => endLeaving(context, params.id, body.waivers, parts));
  const a = partnerArchiveRoutes;
  api.on(a.startPartnerArchive, (context, { params }) => startArchive(context, params.id));
  api.on(a.listPartnerArchives, (context, { params, query }) => listArchives(context, params.id, query));
  api.on(a.getPartnerArchive, (context, { params }) => getArchive(context, params.id));
  api.on(a.downloadPartnerArchive, async (context, { params, reply }) => {
    const { fileName, content } = await downloadArchive(parts, context, params.id);
    reply.type('application/zip');
    reply.header('content-disposition', `attachment; filename="${fileName}"`);
    return content;
  });
}
