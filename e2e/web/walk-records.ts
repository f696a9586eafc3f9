import { paper } from '../../apps/server/test/paper.ts';
import { post, type Answer } from './api.ts';
import type { Stage } from './stage.ts';

/** Of things that are made for the walk, so that each screen has something to show. */
export interface OwnIds {
  readonly connectionId: string;
  readonly webhookId: string;
  readonly claimId: string;
  readonly questionnaireId: string;
  /** Both sides have answered it. */
  readonly revealedId: string;
  /** Nobody has. */
  readonly openId: string;
  readonly applicationId: string;
  readonly guardSetId: string;
  /** On its first step, with a brief of each side and a decision that waits. */
  readonly disputeId: string;
  /** Sent to be signed, to both sides. */
  readonly envelopeId: string;
}

/** Those of what goes on between two sides are of Refuge Conseil. */
export async function makeRecords(stage: Stage): Promise<OwnIds> {
  const make = (path: string, body: unknown, as = stage.secretKey, method = 'POST') =>
    post(stage.origin, as, `/api/v1/${path}`, body, method);
  const connection = await make('connections', { kind: 'generic', name: 'Every screen', secret: 'a-secret-of-every-screen' });
  const webhook = await make('webhooks', { url: 'https://erp.example/every-screen', types: ['*'], description: 'Every screen' });
  await partnership(stage, make);
  return {
    connectionId: String(connection['id']),
    webhookId: String(webhook['id']),
    claimId: await openedClaim(stage, make),
    applicationId: await sentApplication(stage, make),
    guardSetId: await belgianSet(make),
    disputeId: await openedDispute(stage, make),
    envelopeId: await sentEnvelope(stage, make),
    ...(await qualifications(stage, make)),
  };
}

type Make = (path: string, body: unknown, as?: string, method?: string) => Promise<Answer>;

async function listed(stage: Stage, path: string): Promise<{ id: string }[]> {
  const response = await fetch(`${stage.origin}/api/v1/${path}`, { headers: { authorization: `Bearer ${stage.secretKey}` } });
  return ((await response.json()) as { items: { id: string }[] }).items;
}

/** A set of another country with one rule. */
async function belgianSet(make: Make): Promise<string> {
  const rule = {
    code: 'be_payment_days',
    topic: { fr: 'Délais de paiement', en: 'Days to pay' },
    severity: 'stop',
    rule: { fr: 'Au plus soixante jours.', en: 'At most sixty days.' },
    advice: { fr: 'Réduisez le délai.', en: 'Shorten the delay.' },
    source: 'Loi du 2 août 2002, art. 4',
    validFrom: '2022-02-01',
    validTo: null,
    concerns: { all: [] },
    asks: { number: 'payment_days', max: 60 },
    days: [],
  };
  const questions = [{ key: 'payment_days', kind: 'number', text: { fr: 'Jours pour payer', en: 'Days to pay' } }];
  const document = { country: 'BE', currency: 'EUR', questions, rules: [rule] };
  return String((await make('guard-sets', { name: 'Droit belge', document }))['id']);
}

/** A claim of the first partner, with something to read in it. */
async function openedClaim(stage: Stage, make: Make): Promise<string> {
  const [enrollment] = await listed(stage, `enrollments?partnerId=${stage.partnerIds.lumiere}`);
  const occurredAt = new Date(Date.now() - 86_400_000).toISOString();
  const expected = { what: 'sale', occurredAt, eventId: 'every-screen', amount: 12_000, currency: 'EUR' };
  const links = ['https://example.com/order.pdf'];
  const claim = await make('claims', { kind: 'missing', enrollmentId: enrollment?.id, expected, text: 'By telephone', links });
  return String(claim['id']);
}

/** A dispute of Refuge Conseil: both briefs are in, a decision is proposed, more days are asked for. */
async function openedDispute({ partnerIds, cookies }: Stage, make: Make): Promise<string> {
  const asks = 'Le renouvellement venait de nous : nous demandons sa commission.';
  const title = 'Commission du renouvellement du Refuge du Lac';
  const body = { partnerId: partnerIds.refuge, subject: 'other', title, asks };
  const id = String((await make('disputes', body, cookies.otherPartner))['id']);
  const texts = { position: 'Six months of protection had passed.', asks: 'Nothing is owed.', proposal: '', accepts: 'A fifth.' };
  await make(`disputes/${id}/brief`, { ...texts, facts: 'Registered on 3 March, renewed on 12 October.' });
  const theirs = {
    position: 'La protection courait encore.',
    asks: 'La commission entière.',
    proposal: 'La moitié.',
    accepts: '',
  };
  await make(`disputes/${id}/brief`, { ...theirs, facts: 'Enregistré le 3 mars.' }, cookies.otherPartner);
  const dueOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const owed = { kind: 'obligation', by: 'company', title: { fr: 'Verser la moitié', en: 'Pay half of it' }, dueOn };
  await make(`disputes/${id}/decisions`, { outcome: 'compromise', reasons: 'Both had a part in it.', consequences: [owed] });
  await make(`disputes/${id}/acts`, { act: 'extend', days: 3, text: 'We wait for our accountant.' });
  return id;
}

/** People, a fact to confirm, a shared charter with a proposal in it, and what is owed. */
async function partnership({ partnerIds, cookies }: Stage, make: Make): Promise<void> {
  const partnerId = partnerIds.refuge;
  const today = new Date().toISOString().slice(0, 10);
  const later = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await make(`partners/${partnerId}/partnership/people`, { side: 'company', name: 'Nora Vidal', role: 'operations' });
  await make(`partners/${partnerId}/joint-facts`, { kind: 'meeting', text: 'We meet on the first Tuesday.', on: today });
  const own = { kind: 'decision', text: 'Nous visons vingt contacts par mois.', on: today };
  await make(`partners/${partnerId}/joint-facts`, own, cookies.otherPartner);
  await make(`partners/${partnerId}/own-notes`, { text: 'Relancer en janvier.' }, cookies.otherPartner);

  const title = { fr: 'Attestation d’assurance', en: 'Insurance certificate' };
  const duty = { partnerId, by: 'partner', title, proof: 'document' };
  await make('obligations', { ...duty, dueOn: later });
  const due = await make('obligations', { ...duty, dueOn: today, by: 'company' });
  await make(`obligations/${String(due['id'])}/steps`, { step: 'handed_in', text: 'Sent by post.' });

  await make(`partners/${partnerId}/exit-rehearsals`, { shown: true });
  const notice = { endsOn: '2031-12-31', reason: 'Nouvelle activité.' };
  await make(`partners/${partnerIds.lumiere}/leaving/notice`, notice, cookies.partner);

  const people = { companyPerson: 'Ana Martin', partnerPerson: 'Zoé Petit' };
  const charter = await make('charters', { partnerId, kind: 'introducer', prevailing: 'fr', ...people });
  const path = `charters/${String(charter['id'])}`;
  await make(`${path}/sharing`, {});
  const change = { part: 'replaceDays', after: 60 };
  await make(`${path}/proposals`, { change, text: 'Deux mois nous suffisent.' }, cookies.otherPartner);
}

async function qualifications({ partnerIds, cookies }: Stage, make: Make) {
  const asked = async (template: string) => {
    const { id: questionnaireId } = await make('questionnaires', { template });
    await make(`questionnaires/${String(questionnaireId)}/publication`, {});
    const { id } = await make('qualifications', { partnerId: partnerIds.refuge, questionnaireId, days: 30 });
    return { questionnaireId: String(questionnaireId), id: String(id) };
  };
  const revealed = await asked('referrer');
  const seal = `qualifications/${revealed.id}/seal`;
  await make(seal, { answers: { 'exit.notice': 1, 'information.secret': false, 'goals.success': 'Twenty leads a month.' } });
  const theirs = { 'exit.notice': 6, 'information.secret': true, 'information.years': 3 };
  await make(seal, { answers: theirs }, cookies.otherPartner);
  const open = await asked('supplier');
  return { questionnaireId: revealed.questionnaireId, revealedId: revealed.id, openId: open.id };
}

async function sentApplication(stage: Stage, make: Make): Promise<string> {
  const document = {
    title: { en: 'Become a partner', fr: 'Devenez partenaire' },
    intro: { en: 'We answer within a week.', fr: 'Nous répondons sous huit jours.' },
    kind: 'referrer',
    questions: [
      { key: 'audience', text: { en: 'Whom do you know?', fr: 'Qui connaissez-vous ?' }, form: { kind: 'text' }, required: true },
    ],
  };
  const set = await make(`programs/${stage.programId}/application-form`, { open: true, document }, stage.secretKey, 'PUT');
  const applicant = {
    formId: (set['form'] as { id: string }).id,
    name: 'Atelier des Cimes',
    contact: 'Maud Perret',
    email: 'maud@cimes.example',
    language: 'fr',
    country: 'FR',
    registrationNumber: '732 829 320 00074',
    ties: 'Mon frère travaille chez vous.',
    answers: { audience: 'Les guides de la vallée.' },
  };
  await make('applications', applicant, stage.cookies.owner);
  const [application] = await listed(stage, 'applications');
  return String(application?.id);
}

/** A document on its way through signatures; the partner's person who signs in is one of its signers. */
async function sentEnvelope({ origin, secretKey, partnerIds, emails }: Stage, make: Make): Promise<string> {
  const signers = [
    { name: 'Rémi Refuge', email: emails.otherPartner, side: 'partner', language: 'fr' },
    { name: 'Claire Martin', email: emails.owner, side: 'company', language: 'fr' },
  ];
  const expiresAt = new Date(Date.now() + 10 * 86_400_000).toISOString();
  const about = { purpose: 'Accord de confidentialité 2027', partnerId: partnerIds.refuge };
  const envelope = await make('envelopes', { ...about, signers, expiresAt });
  const place = `${origin}/api/v1/envelopes/${String(envelope['id'])}`;
  const headers = { authorization: `Bearer ${secretKey}`, 'content-type': 'application/pdf' };
  const body = new Uint8Array(await paper('Accord de confidentialité'));
  const answer = await fetch(`${place}/documents?name=Accord.pdf`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`the document: ${answer.status} ${await answer.text()}`);
  await make(`envelopes/${String(envelope['id'])}/sending`, {});
  return String(envelope['id']);
}
