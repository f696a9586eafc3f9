import { loadTracker } from '@cordee/tracker';
import { backgroundJobs } from './background-jobs.ts';
import { registerAccounting } from './modules/accounting/index.ts';
import { followCounting, serveAnalytics } from './modules/analytics/index.ts';
import { registerCharters, takeSignatures } from './modules/charter/index.ts';
import { registerClaims, statisticsShownTo } from './modules/claim/index.ts';
import { registerCompany } from './modules/company/index.ts';
import { registerContributions } from './modules/contribution/index.ts';
import {
  openIntake,
  openRunner,
  recordReferral,
  registerCounting,
  registerReviews,
  registerRules,
  registerVerifications,
  type CountingRunner,
  type Intake,
} from './modules/counting/index.ts';
import { registerDisputes } from './modules/dispute/index.ts';
import { serveExports, type ExportParts } from './modules/export/index.ts';
import { registerFiles } from './modules/file/index.ts';
import { fileReaders } from './file-readers.ts';
import { registerDebts } from './modules/debt/index.ts';
import { createIdentity, embedOriginsOf, type Identity } from './modules/identity/index.ts';
import { openImporter, serveIngestion, type Importer, type IngestionParts } from './modules/ingestion/index.ts';
import { registerGuards } from './modules/guard/index.ts';
import { registerObligations } from './modules/obligation/index.ts';
import { registerLeaving } from './modules/leaving/index.ts';
import { openLiveHub, serveLive, type LiveHub } from './modules/live/index.ts';
import { registerLedger } from './modules/ledger/index.ts';
import {
  mailCalls,
  serveMessaging,
  writeAboutIt,
  writeInvitation,
  writeSignInLink,
  type MessagingParts,
} from './modules/messaging/index.ts';
import { findPartner, servePartners } from './modules/partner/index.ts';
import { servePartnerships } from './modules/partnership/index.ts';
import { registerBank } from './modules/bank/index.ts';
import { exchangeJobs, registerExchange } from './modules/exchange/index.ts';
import { registerPayout, transferCalls } from './modules/payout/index.ts';
import { registerTax, taxCalls, type TaxParts } from './modules/tax/index.ts';
import { serveQualification } from './modules/qualification/index.ts';
import { servePrograms } from './modules/program/index.ts';
import { registerInvoices } from './modules/invoice/index.ts';
import { registerSignatures } from './modules/signature/index.ts';
import { registerStatements } from './modules/statement/index.ts';
import { openTracking, serveTracking, type Tracking } from './modules/tracking/index.ts';
import { serveWebhooks, tellCounted, tellHappened, webhookCalls, type WebhookParts } from './modules/webhooks/index.ts';
import { createSealer } from './platform/crypto/index.ts';
import type { DatabaseOptions, Tx } from './platform/db/index.ts';
import { createApi, type Api, type ServedApi } from './platform/http/index.ts';
import type { Jobs } from './platform/jobs/index.ts';
import { createOutbound } from './platform/outbound/index.ts';
import { followOutbox, openFollower, type Follower } from './platform/outbox/index.ts';
import { Refusal } from './platform/refusal.ts';
import type { Log } from './platform/telemetry/log.ts';
import { gateFacts } from './gate-sources.ts';
import {
  exchangeParts,
  leavingParts,
  messagingParts,
  type Parts,
  qualificationParts,
  signatureParts,
  taxParts,
  transferParts,
  webhookParts,
} from './parts.ts';

/** The served application, with what jobs and commands need of it. */
export interface Composed extends ServedApi {
  readonly intake: Intake;
  readonly runner: CountingRunner;
  readonly ingestion: IngestionParts;
  readonly importer: Importer;
  /** Tells others what was written, soon after it was. */
  readonly follower: Follower;
  /** What runs by itself, for a worker. */
  readonly jobs: Jobs;
  /** Calls to other systems: they wait for others, so they have a worker of their own. */
  readonly calls: Jobs;
  /** Opens the redirect and the click desk, with connections of their own. Until then both answer that they are away. */
  track(database: Pick<DatabaseOptions, 'url' | 'role'>): Promise<void>;
}

/** The only place that builds things: one line a module. */
export function compose(parts: Parts): Composed {
  const { db, pool, clock, log, baseUrl, masterKey, version, rates } = parts;
  const [messaging, webhooks, tax] = [messagingParts(parts), webhookParts(parts), taxParts(parts)];
  const calls = { outbound: createOutbound({ trusted: parts.outboundHosts ?? [] }), trustedHosts: parts.outboundHosts ?? [] };
  const identity = createIdentity({ db, pool, clock, log, baseUrl, masterKey, partnerExists, ...letters(messaging), ...calls });
  let tracking: Tracking | null = null;
  const follower = follow(parts, webhooks, messaging);
  const served = createApi({
    db,
    log,
    clock,
    version,
    rates,
    authenticate: identity.authenticate,
    ownOrigins: [new URL(baseUrl).origin],
    afterWrite: (workspaceId) => follower.kick(workspaceId),
    embedOrigins: (slug) => embedOriginsOf(db, slug),
    fastPath: (request, response) => tracking?.fastPath(request, response) ?? false,
    ...parts.http,
  });
  identity.serve(served.api);
  serveBooksAndPartners(served.api, parts, follower, identity);
  const exports = openExports(parts, served.api);
  const live = openLive(parts, served.api, identity);
  const runner = openCounting(parts);
  const intake = openIntake(db, runner, clock);
  servePrograms(served.api, { baseUrl: () => baseUrl, onReferral: recordReferral });
  serveTracking(served.api, {
    get desk() {
      if (tracking === null) throw new Refusal('unavailable');
      return tracking.desk;
    },
    registerMetrics: () => undefined,
  });
  serveCounting(served.api, intake);
  const ingestion = ingestionParts(parts, runner, follower);
  const importer = openImporter(ingestion);
  serveIngestion(served.api, ingestion, importer);
  serveNews(served.api, webhooks, messaging, parts);
  const own = { db, clock, intake, runner, ingestion, importer, exports, webhooks, messaging, follower, tax };
  return {
    ...served,
    intake,
    runner,
    ingestion,
    importer,
    follower,
    jobs: backgroundJobs({ ...own, signature: signatureParts(parts), leaving: leavingParts(parts, served.api.ask) }),
    calls: callsToOthers(parts, { webhooks, messaging, tax }),
    async track(database) {
      tracking = await openTracking({
        database,
        clock,
        trustedProxies: parts.http?.trustedProxies ?? [],
        script: await trackerCode(log),
        onFault: (err) => log.error({ err }, 'tracking'),
      });
      tracking.registerMetrics(served.api.metrics.registry);
    },
    async close(drainMs) {
      live.close();
      await served.close(drainMs);
      await importer.close();
      await follower.close();
      await tracking?.close();
      await intake.drained();
      await runner.close();
    },
  };
}

interface Callers {
  readonly webhooks: WebhookParts;
  readonly messaging: MessagingParts;
  readonly tax: TaxParts;
}

function callsToOthers(parts: Parts, { webhooks, messaging, tax }: Callers): Jobs {
  return {
    ...webhookCalls(webhooks),
    ...mailCalls(messaging),
    ...exchangeJobs(exchangeParts(parts)),
    ...taxCalls(tax),
    ...transferCalls(transferParts(parts)),
  };
}

function serveCounting(api: Api, intake: Intake): void {
  registerCounting(api, { intake });
  registerReviews(api);
  registerRules(api, { intake });
}

/** Counting, with the figures of the screens in its wake. */
function openCounting({ db, log }: Parts): CountingRunner {
  const sums = followCounting({ db, onError: (err, workspaceId) => log.error({ err, workspaceId }, 'adding up failed') });
  const runner = openRunner({
    db,
    onError: (err, workspaceId) => log.error({ err, workspaceId }, 'counting failed'),
    onCounted: (workspaceId) => sums.told(workspaceId),
  });
  return {
    ...runner,
    async close() {
      await runner.close();
      await sums.close();
    },
  };
}

function openExports({ db, clock, exports }: Parts, api: Api): ExportParts {
  const opened = { db, now: clock, ...exports };
  serveExports(api, opened);
  return opened;
}

function openLive({ db, log }: Parts, api: Api, { authenticate }: Identity): LiveHub {
  const hub = openLiveHub({ db, authenticate, onError: (err) => log.error({ err }, 'live') });
  serveLive(api, hub);
  return hub;
}

/** Who is told what happened: the company's systems, and people. */
function serveNews(api: Api, webhooks: WebhookParts, messaging: MessagingParts, { mail }: Parts): void {
  serveWebhooks(api, webhooks);
  serveMessaging(api, messaging, mail?.shows === true);
}

/** Modules that need nothing but a context, and a key for what they seal. */
function serveBooksAndPartners(api: Api, parts: Parts, follower: Follower, { invite }: Identity): void {
  const { masterKey } = parts;
  const signing = { ...signatureParts(parts), written: (workspaceId: string) => follower.kick(workspaceId) };
  const sealer = createSealer(masterKey);
  servePartners(api);
  servePartnerships(api, { sealer, gateFacts, usual: (tx, workspaceId) => statisticsShownTo(tx, workspaceId, null) });
  serveQualification(api, qualificationParts(parts, invite));
  registerLedger(api);
  registerVerifications(api);
  serveAnalytics(api);
  registerContributions(api);
  registerCharters(api, signing);
  registerLeaving(api, { gateFacts, baseUrl: parts.baseUrl, folder: parts.exports.folder });
  registerClaims(api);
  registerObligations(api, parts);
  registerDisputes(api, { sealer });
  registerGuards(api);
  registerFiles(api, fileReaders);
  registerCompany(api);
  registerBank(api, { sealer, masterKey });
  registerDebts(api);
  registerPayout(api, { sealer });
  registerExchange(api, exchangeParts(parts));
  registerStatements(api, parts.seals ?? { sealer });
  registerSignatures(api, signing);
  registerInvoices(api, parts.seals ?? { sealer });
  registerAccounting(api);
  registerTax(api, { sealer });
}

function ingestionParts(parts: Parts, runner: CountingRunner, follower: Follower): IngestionParts {
  const { db, clock, log, baseUrl, masterKey, importFolder } = parts;
  return {
    db,
    now: clock,
    sealer: createSealer(masterKey),
    baseUrl,
    kick: (workspaceId) => {
      runner.kick(workspaceId);
      follower.kick(workspaceId);
    },
    catchUp: (workspaceId) => runner.catchUp(workspaceId),
    importFolder,
    onError: (err) => log.error({ err }, 'ingestion'),
  };
}

function letters(messaging: MessagingParts) {
  const mails = messaging.mailer !== null;
  return { onInvited: writeInvitation(messaging), mails, onSignInLink: writeSignInLink(messaging) };
}

function follow({ db, clock, log }: Parts, webhooks: WebhookParts, messaging: MessagingParts): Follower {
  const reactions = [takeSignatures({ db, now: clock }), tellHappened(clock), writeAboutIt(messaging)];
  const onError = (err: unknown, workspaceId?: string) => log.error({ err, workspaceId }, 'telling what was written');
  return openFollower({
    steps: [
      (workspaceId, signal) => followOutbox(workspaceId, { db, now: clock, reactions, onError, signal }),
      (workspaceId, signal) => tellCounted(webhooks, workspaceId, signal),
    ],
    onError,
  });
}

/** Everything else works without the script; its address is then unknown. */
async function trackerCode(log: Log): Promise<string | null> {
  try {
    return (await loadTracker()).code;
  } catch (err) {
    log.error({ err }, 't.js is not built: run `npm run build -w packages/tracker`');
    return null;
  }
}

async function partnerExists(tx: Tx, workspaceId: string, partnerId: string): Promise<boolean> {
  return (await findPartner(tx, workspaceId, partnerId)) !== null;
}
