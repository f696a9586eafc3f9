import { frenchChart } from '@cordee/core/accounting';
import { encodeId } from '@cordee/core/ids';
import { frenchGuards } from '@cordee/core/guard';
import { localDateOf, periodOf, shiftDate } from '@cordee/core/time';
import { addMember } from '../src/modules/identity/index.ts';
import { releaseDue } from '../src/modules/counting/index.ts';
import { closePeriod } from '../src/modules/statement/index.ts';
import { systemClock } from '../src/platform/clock/index.ts';
import { newUuid } from '../src/platform/uuid.ts';
import type { Database } from '../src/platform/db/index.ts';
import { contextFor, makeSession, TEST_ORIGIN, type TestApp, type TestWorkspace } from './app.ts';
import { makeDebt } from './route-fixtures-debt.ts';
import { simplePlan } from './terms.ts';

/** One thing of each kind that a path can name, in the workspace. A module that brings a kind adds it here. */
export async function makeFixtures(app: TestApp, db: Database, workspace: TestWorkspace): Promise<Record<string, string>> {
  const make = async (path: string, body: unknown) => {
    const answer = await app.call('POST', `/api/v1/${path}`, { as: workspace.keys.secretKey, body });
    if (answer.status >= 300) throw new Error(`no fixture from ${path}: ${answer.text}`);
    return answer.json();
  };
  const text = (value: unknown) => String(value);

  const settings = { baseUrl: TEST_ORIGIN, partnerExists: async () => true };
  const person = { email: 'fixture@example.com', name: 'Fixture', role: 'viewer' } as const;
  const member = await addMember(contextFor(db, workspace.id), person, settings);
  const key = await make('keys', { publishable: false, name: 'Fixture', scopes: ['read'] });
  const partner = await make('partners', { name: 'Fixture', kind: 'affiliate' });
  const note = await make(`partners/${text(partner['id'])}/notes`, { text: 'Fixture' });
  const program = await make('programs', { name: 'Fixture', destinationUrl: 'https://shop.example/' });
  const plan = await app.call('GET', `/api/v1/plans/${text(program['planId'])}`, { as: workspace.keys.secretKey });
  const [version] = plan.json()['versions'] as { id: string }[];
  const enrollment = await make('enrollments', { programId: program['id'], partnerId: partner['id'] });
  const link = await make('links', { enrollmentId: enrollment['id'] });
  const click = await make('track/click', { code: link['code'] });
  const coupon = await make('coupons', { enrollmentId: enrollment['id'], code: 'FIXTURE10' });
  const customer = { name: 'Fixture', externalId: 'fixture' };
  const contribution = await make('contributions', { kind: 'introduction', enrollmentId: enrollment['id'], customer });
  const books = await makeBooks(app, db, make, String(partner['id']));
  const payments = await makePayments(app, db, workspace.id, make, books.paidByBatch);
  const taxes = await makeTaxes(app, db, workspace.id, make, String(partner['id']));
  const verification = await make('verifications', {});
  const months = { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' };
  const simulation = await make('simulations', { planId: program['planId'], ...months });
  const archive = await make('exports', {});
  const connection = await make('connections', { kind: 'generic', name: 'Fixture', secret: 'a-secret-of-the-fixture' });
  const file = 'eventId,customerId,amount\n';
  const headers = { 'content-type': 'text/csv' };
  const started = await app.call('POST', '/api/v1/imports?kind=sales', { as: workspace.keys.secretKey, body: file, headers });
  const stm = await makeStatement(app, db, workspace);
  const asked = await makeQualification(app, workspace.keys.secretKey, make, { partner, program });
  return {
    ...(await makeNews(app, workspace, make)),
    ...(await makeInvoice(app, workspace.keys.secretKey, make, books.paidByBatch)),
    ...asked,
    ...(await makeEnvelope(make)),
    con: text(connection['id']),
    imp: text(started.json()['id']),
    ...books.fixtures,
    ...payments,
    stm,
    ...taxes,
    key: text(key['id']),
    usr: member.userId,
    prt: text(partner['id']),
    nte: text(note['id']),
    // Views belong to a member: there is none of this id, for nobody.
    viw: encodeId('viw', newUuid(0)),
    wsp: workspace.keys.workspaceId,
    ver: text(verification['id']),
    sim: text(simulation['id']),
    exp: text(archive['id']),
    bex: await makeBookExport(app, workspace, make),
    prg: text(program['id']),
    pln: text(program['planId']),
    plv: text(version?.id),
    enr: text(enrollment['id']),
    lnk: text(link['id']),
    clk: text(click['clickId']),
    cpn: text(coupon['id']),
    ctb: text(contribution['id']),
    ...(await makeClaim(app, workspace, make, enrollment['id'])),
    ...(await makeDuties(make, partner['id'])),
    ...(await makePartnership(make, text(partner['id']))),
    chr: await makeCharter(make, partner['id']),
  };
}

/** Somebody of the partner's side, a statement that waits for it, a rehearsal that was kept, and an archive that waits. */
async function makePartnership(make: Make, partnerId: string): Promise<Record<string, string>> {
  const contact = await make(`partners/${partnerId}/partnership/people`, {
    side: 'partner',
    name: 'Fixture',
    role: 'operations',
  });
  const stated = await make(`partners/${partnerId}/joint-facts`, { kind: 'decision', text: 'Fixture', on: '2026-01-02' });
  const rehearsal = await make(`partners/${partnerId}/exit-rehearsals`, {});
  const archive = await make(`partners/${partnerId}/archives`, {});
  // Own notes are the partner's, who alone may make them: there is none of this id, for nobody.
  const left = { rhs: String(rehearsal['id']), arc: String(archive['id']) };
  return { ...left, psn: String(contact['id']), jnt: String(stated['id']), own: encodeId('own', newUuid(0)) };
}

/** An obligation added by hand, a calendar address, a set of guards, and a dispute. */
async function makeDuties(make: Make, partnerId: unknown): Promise<Record<string, string>> {
  const title = { fr: 'Fixture', en: 'Fixture' };
  const obligation = await make('obligations', {
    partnerId,
    by: 'partner',
    title,
    dueOn: shiftDate(localDateOf(systemClock(), 'Europe/Paris'), 30),
  });
  const feed = await make('obligation-feeds', {});
  const set = await make('guard-sets', { name: 'Fixture', document: { ...frenchGuards, rules: frenchGuards.rules.slice(0, 1) } });
  return {
    obl: String(obligation['id']),
    obf: String(feed['id']),
    gst: String(set['id']),
    dsp: await makeDispute(make, partnerId),
  };
}

/** A dispute on its first step. */
async function makeDispute(make: Make, partnerId: unknown): Promise<string> {
  const dispute = await make('disputes', { partnerId, subject: 'other', title: 'Fixture', asks: 'Fixture' });
  return String(dispute['id']);
}

/** A file of entries that waits to be written. */
async function makeBookExport(
  app: TestApp,
  workspace: TestWorkspace,
  make: (path: string, body: unknown) => Promise<Record<string, unknown>>,
): Promise<string> {
  const put = await app.call('PUT', '/api/v1/books/charts/2026-01-01', { as: workspace.keys.secretKey, body: frenchChart });
  if (put.status !== 200) throw new Error(`no chart: ${put.text}`);
  const made = await make('books/exports', { format: 'csv', from: '2026-01', to: '2026-01' });
  return String(made['id']);
}

/** A questionnaire both sides are asked with, evidence, and a form somebody applied by. */
async function makeQualification(
  app: TestApp,
  as: string,
  make: Make,
  { partner, program }: Readonly<Record<'partner' | 'program', Record<string, unknown>>>,
): Promise<Record<string, string>> {
  const questionnaire = await make('questionnaires', { template: 'affiliate' });
  const questionnaireId = String(questionnaire['id']);
  await make(`questionnaires/${questionnaireId}/publication`, undefined);
  const qualification = await make('qualifications', { partnerId: partner['id'], questionnaireId });
  const qlf = String(qualification['id']);
  const proof = { title: 'Fixture', url: 'https://example.com/fixture.pdf' };
  const { evidence } = (await make(`qualifications/${qlf}/evidence`, proof)) as { evidence: { id: string }[] };
  const document = { title: { en: 'F', fr: 'F' }, intro: { en: '', fr: '' }, kind: 'affiliate', questions: [] };
  const place = `/api/v1/programs/${String(program['id'])}/application-form`;
  const set = await app.call('PUT', place, { as, body: { open: true, document } });
  const { id: formId } = set.json()['form'] as { id: string };
  await make('applications', { formId, name: 'Fixture', contact: 'Fixture', email: 'applies@example.com', language: 'en' });
  const { items } = (await app.call('GET', '/api/v1/applications', { as })).json() as { items: { id: string }[] };
  return { qst: questionnaireId, qlf, evd: evidence[0]?.id ?? '', apf: formId, app: items[0]?.id ?? '' };
}

/** A webhook with an event, and a mail. */
async function makeNews(app: TestApp, workspace: TestWorkspace, make: Make): Promise<Record<string, string>> {
  const webhook = await make('webhooks', { url: 'https://erp.example/hook', types: ['*'] });
  const tested = await make(`webhooks/${String(webhook['id'])}/test`, undefined);
  const invited = await make('members', { email: 'invited@example.com', name: 'Invited', role: 'viewer' });
  const mails = await app.call('GET', '/api/v1/mails', { as: workspace.keys.secretKey });
  const [mail] = mails.json()['items'] as { id: string }[];
  if (invited['userId'] === undefined || mail === undefined) throw new Error('an invitation writes a mail');
  return { mal: mail.id, whk: String(webhook['id']), evt: String(tested['eventId']) };
}

type Make = (path: string, body: unknown) => Promise<Record<string, unknown>>;

async function makeCharter(make: Make, partnerId: unknown): Promise<string> {
  const people = { companyPerson: 'Fixture', partnerPerson: 'Fixture' };
  const { id } = await make('charters', { partnerId, kind: 'affiliate', prevailing: 'fr', ...people });
  return String(id);
}

/** A claim, and a file in it: everybody who reads the one may read the other. */
async function makeClaim(app: TestApp, { keys }: TestWorkspace, make: Make, enrollmentId: unknown) {
  const occurredAt = '2026-01-10T09:00:00Z';
  const expected = { what: 'sale', occurredAt, eventId: 'fixture-claimed', amount: 1000, currency: 'EUR' };
  const headers = { 'content-type': 'text/plain' };
  const file = await app.call('POST', '/api/v1/files?name=fixture.txt', { as: keys.secretKey, body: 'Fixture', headers });
  const fil = String(file.json()['id']);
  const claim = await make('claims', { kind: 'missing', enrollmentId, expected, text: 'Fixture', files: [fil] });
  return { clm: String(claim['id']), fil };
}

/** Partners whose commissions are released at once, and a payout of the first. */
async function makeBooks(app: TestApp, db: Database, make: Make, partnerId: string) {
  const plan = { ...simplePlan, holdDays: 0 };
  const program = await make('programs', { name: 'Fixture of sales', destinationUrl: 'https://shop.example/', plan });
  await make(`plans/${String(program['planId'])}/publication`, {});
  const other = await make('partners', { name: 'Fixture of batches', kind: 'affiliate' });
  const sell = async (id: unknown, eventId: string, coupon: string, amount: number) => {
    const enrollment = await make('enrollments', { programId: program['id'], partnerId: id });
    await make('coupons', { enrollmentId: enrollment['id'], code: coupon });
    return make('track/sale', { eventId, customer: { externalId: eventId }, currency: 'EUR', amount, coupon });
  };
  await sell(other['id'], 'fixture-of-batches', 'FIXTURE-BATCHES', 50_000);
  const debtor = await make('partners', { name: 'Fixture of debts', kind: 'affiliate' });
  await sell(debtor['id'], 'fixture-of-debts', 'FIXTURE-DEBTS', 30_000);
  const sale = await sell(partnerId, 'fixture', 'FIXTURE-SALES', 10_000);
  const [commission] = sale['commissions'] as { id: string }[];
  await releaseDue({ db, intake: app.intake, now: systemClock });
  const payout = await make('payouts', { partnerId, currency: 'EUR' });
  const dpl = await makeDebt(make, String(debtor['id']), 'fixture-of-debts');
  const fixtures = { fct: String(sale['factId']), com: commission?.id ?? '', pay: String(payout['id']), dpl };
  return { fixtures, paidByBatch: String(other['id']) };
}

/** The statement of a month that will have been over some weeks from now. */
async function makeStatement(app: TestApp, db: Database, workspace: TestWorkspace): Promise<string> {
  const now = () => systemClock() + 40 * 86_400_000;
  await closePeriod(contextFor(db, workspace.id, { now }), periodOf(systemClock(), 'month', 'Europe/Paris').key);
  const { items } = (await app.call('GET', '/api/v1/statements', { as: workspace.keys.secretKey })).json() as {
    items: { id: string }[];
  };
  const [statement] = items;
  if (statement === undefined) throw new Error('a month with sales has statements');
  return statement.id;
}

/** A mandate, and the invoice it lets the company make out of the closed month. */
async function makeInvoice(app: TestApp, as: string, make: Make, partnerId: string): Promise<Record<string, string>> {
  const { invoicing } = (await app.call('GET', '/api/v1/invoicing', { as })).json() as { invoicing: object };
  const identity = { legalName: 'Fixture', siren: '732829320', address: { town: 'Paris', country: 'FR' } };
  await make('company/records', { identity });
  await app.call('PUT', '/api/v1/invoicing', { as, body: { ...invoicing, selfBilling: true } });
  const siren = '303265045';
  const own = { kind: 'business', country: 'FR', legalName: 'Fixture', address: { town: 'Lyon' }, siren, vatStatus: 'exempt' };
  await make(`partners/${partnerId}/tax-details`, { validFrom: '2026-01-01', ...own });
  const offer = (await app.call('GET', '/api/v1/billing-mandates/offer', { as })).json();
  const given = { language: offer['language'], textSha256: offer['textSha256'], signer: 'Fixture' };
  const onPaper = { signedOn: '2026-01-02', reference: 'Fixture' };
  const mandate = await make('billing-mandates', { partnerId, ...given, onPaper });
  const { items } = (await make('invoices', {})) as { items: { id: string }[] };
  return { bmd: String(mandate['id']), inv: items[0]?.id ?? '' };
}

/** A batch of one payout, between accounts in force, and an account that waits. */
async function makePayments(
  app: TestApp,
  db: Database,
  workspaceId: string,
  make: Make,
  partnerId: string,
): Promise<Record<string, string>> {
  const owner = await makeSession(app, db, workspaceId, 'owner');
  const put = async (path: string, iban: string) => {
    const account = await make(path, { holder: 'Fixture', iban });
    await app.call('POST', `/api/v1/bank-accounts/${String(account['id'])}/confirmation`, { as: owner });
  };
  await put('company/bank-accounts', 'FR7630006000011234567890189');
  await put(`partners/${partnerId}/bank-accounts`, 'DE89370400440532013000');
  const batch = await make('payout-batches', { executionDate: '2099-06-02', remittance: 'Fixture' });
  const waiting = await make(`partners/${partnerId}/bank-accounts`, { holder: 'Fixture', iban: 'BE68539007547034' });
  return { bat: String(batch['id']), bac: String(waiting['id']) };
}

/** Tax details, and a draft of the decision table. */
async function makeTaxes(app: TestApp, db: Database, workspaceId: string, make: Make, partnerId: string) {
  const details = await make(`partners/${partnerId}/tax-details`, { validFrom: '2026-01-01', kind: 'business', country: 'FR' });
  const owner = await makeSession(app, db, workspaceId, 'owner');
  const inForce = await app.call('GET', '/api/v1/tax-tables/in-force', { as: owner });
  const body = { name: 'Fixture', document: inForce.json()['document'] };
  const draft = await app.call('POST', '/api/v1/tax-tables', { as: owner, body });
  return { txd: String(details['id']), txt: String(draft.json()['id']) };
}

async function makeEnvelope(make: Make): Promise<Record<string, string>> {
  const signers = [{ name: 'Fixture', email: 'fixture@example.com', side: 'company', language: 'en' }];
  const made = await make('envelopes', { purpose: 'Fixture', signers, expiresAt: '2099-01-01T00:00:00Z' });
  const [signer] = made['signers'] as { id: string }[];
  return { env: String(made['id']), sgn: signer?.id ?? '' };
}
