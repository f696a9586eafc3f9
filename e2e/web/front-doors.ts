import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paper } from '../../apps/server/test/paper.ts';
import { openPostOffice, type PostOffice } from '../../apps/server/test/post-office.ts';
import { simplePlan } from '../../apps/server/test/terms.ts';
import { startServerProcess } from '../faults/server-process.ts';
import { post, signIn } from './api.ts';

/** A company whose mails arrive, with a form anybody may answer. */
export interface FrontDoors {
  readonly origin: string;
  readonly key: string;
  readonly owner: string;
  /** The id of its form. */
  readonly form: string;
  /** What the newest mail to somebody says that matches; waits for it. */
  readonly mailed: (to: string, pattern: RegExp) => Promise<string>;
  /** The same company this many days later: the server starts again with its clock ahead. */
  readonly later: (days: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Who set the company up. */
export const OWNER = { email: 'claire@alpes.example', password: 'quatre mots sans rapport', name: 'Claire Martin' };
const DAY = 86_400_000;
const CLOCK = join(import.meta.dirname, 'clock-ahead.ts');
const PATIENCE_MS = 30_000;

const both = (en: string, fr: string) => ({ en, fr });
const option = (key: string, en: string, fr: string) => ({ key, text: both(en, fr) });

/** A question of each kind. */
const document = {
  title: both('Become a partner', 'Devenez partenaire'),
  intro: both('Ten minutes, and an answer within a week.', 'Dix minutes, et une réponse sous une semaine.'),
  kind: 'referrer',
  questions: [
    { key: 'audience', text: both('Whom do you know?', 'Qui connaissez-vous ?'), form: { kind: 'text' }, required: true },
    {
      key: 'clients',
      text: both('How many clients have you?', 'Combien de clients avez-vous ?'),
      form: { kind: 'number', unit: both('clients', 'clients'), min: 0, max: 100_000, tolerance: 0 },
      required: false,
    },
    {
      key: 'field',
      text: both('Your field', 'Votre domaine'),
      form: {
        kind: 'single',
        options: [option('climbing', 'Climbing', 'Escalade'), option('hiking', 'Hiking', 'Randonnée')],
      },
      required: true,
    },
    {
      key: 'places',
      text: both('Where you work', 'Où vous travaillez'),
      form: { kind: 'multiple', options: [option('annecy', 'Annecy', 'Annecy'), option('geneva', 'Geneva', 'Genève')] },
      required: false,
    },
    {
      key: 'reach',
      text: both('How far do you reach?', 'Jusqu’où allez-vous ?'),
      form: { kind: 'scale', low: both('Near', 'Près'), high: both('Far', 'Loin') },
      required: false,
    },
    {
      key: 'insured',
      text: both('Are you insured?', 'Êtes-vous assuré ?'),
      form: { kind: 'yes_no' },
      required: false,
    },
  ],
};

/** The product in a process of its own, that sends its mails to a post office of this one. */
export async function openFrontDoors(): Promise<FrontDoors> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'cordee-doors-'));
  // The account of the database must be able to enter.
  await chmod(dataFolder, 0o711);
  const { office, close: closeOffice } = await openPostOffice();
  let server = await startServerProcess({ dataFolder, port: 0, env: { SMTP_URL: office.url } });
  const later = async (days: number) => {
    await server.terminate();
    const ahead = { CLOCK_AHEAD_MS: String(days * DAY), NODE_OPTIONS: `--import=${CLOCK}` };
    server = await startServerProcess({
      dataFolder,
      port: Number(new URL(server.origin).port),
      env: { SMTP_URL: office.url, ...ahead },
    });
  };
  const close = async () => {
    await server.terminate();
    await closeOffice();
    await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    const { origin, setupLink } = server;
    const token = new URL(setupLink ?? '').searchParams.get('token');
    const workspace = { name: 'Alpes Équipement', country: 'FR', currency: 'EUR', zone: 'Europe/Paris', language: 'fr' };
    const { secretKey } = await post(origin, null, '/api/v1/setup', { token, ...OWNER, workspace });
    const key = String(secretKey);
    const form = await openForm(origin, key);
    const owner = await signIn(origin, OWNER.email, OWNER.password);
    return { origin, key, owner, form, mailed: (to, pattern) => find(office, to, pattern), later, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openForm(origin: string, key: string): Promise<string> {
  const program = await post(origin, key, '/api/v1/programs', {
    name: 'Affiliation',
    destinationUrl: 'https://boutique.alpes.example/',
    plan: simplePlan,
  });
  const publication = `/api/v1/plans/${String(program['planId'])}/publication`;
  await post(origin, key, publication, { effectiveAt: new Date(Date.now() - DAY).toISOString() });
  const place = `/api/v1/programs/${String(program['id'])}/application-form`;
  const { form } = await post(origin, key, place, { open: true, document }, 'PUT');
  return (form as { id: string }).id;
}

async function find({ mails }: PostOffice, to: string, pattern: RegExp): Promise<string> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const texts = mails.filter((mail) => JSON.stringify(mail.to).includes(to)).map(({ text }) => text ?? '');
    const found = texts.map((text) => pattern.exec(text)?.[1]).findLast((match) => match !== undefined);
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no mail to ${to} that says ${String(pattern)}; there are: ${mails.map(({ subject }) => subject).join(', ')}`);
}

/** An envelope for one person, sent; its id. */
export async function sendEnvelope({ origin, key }: FrontDoors, signer: object): Promise<string> {
  const expiresAt = new Date(Date.now() + 10 * DAY).toISOString();
  const { id } = await post(origin, key, '/api/v1/envelopes', { purpose: 'Charte 2027', signers: [signer], expiresAt });
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/pdf' };
  const place = `${origin}/api/v1/envelopes/${String(id)}/documents?name=Charte`;
  const answer = await fetch(place, { method: 'POST', headers, body: new Uint8Array(await paper('Charte 2027')) });
  if (!answer.ok) throw new Error(`the document: ${answer.status} ${await answer.text()}`);
  await post(origin, key, `/api/v1/envelopes/${String(id)}/sending`, {});
  return String(id);
}
