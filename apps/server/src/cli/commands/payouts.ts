import type { PayoutBatchAnswer } from '@cordee/contract/payout-batch';
import { decodeId } from '@cordee/core/ids';
import { formatMoney, isCurrency } from '@cordee/core/money';
import { targetDayFrom } from '@cordee/core/payment';
import { type Rail, rails } from '@cordee/core/rail';
import { isLocalDate, localDateOf, shiftDate } from '@cordee/core/time';
import { listMembers } from '../../modules/identity/index.ts';
import { approveBatch, createBatch, listBatches, listCandidates, payOutside, sendBatch } from '../../modules/payout/index.ts';
import type { Config } from '../../platform/config/index.ts';
import type { Context } from '../../platform/context.ts';
import { createSealer, readMasterKey, type Sealer } from '../../platform/crypto/index.ts';
import type { Wire } from '../../platform/http/index.ts';
import { defineCommand, WORKSPACE } from '../command.ts';
import { everyPage } from '../every-page.ts';
import { table } from '../table.ts';
import { UsageError } from '../usage-error.ts';

export const BATCH = { name: 'batch', help: { en: 'the batch, bat_…', fr: 'le lot, bat_…' } } as const;
/** Money is moved by people: the rule of four eyes compares them. */
export const BY = {
  kind: 'text',
  value: 'e-mail',
  required: true,
  help: { en: 'who does it: an owner, or somebody of finance', fr: 'qui le fait : un propriétaire ou quelqu’un de la finance' },
} as const;
const RAIL = {
  kind: 'text',
  value: 'rail',
  choices: rails,
  help: { en: 'how it is paid; sepa unless said', fr: 'le moyen de paiement ; sepa par défaut' },
} as const;
const CURRENCY = {
  kind: 'text',
  value: 'EUR',
  help: { en: 'in which currency; EUR unless said', fr: 'la devise ; EUR par défaut' },
} as const;

export const payoutCandidates = defineCommand({
  name: 'payouts candidates',
  summary: { en: 'Who can be paid now, and who cannot and why.', fr: 'Qui peut être payé maintenant, qui non et pourquoi.' },
  options: { workspace: WORKSPACE, rail: RAIL, currency: CURRENCY },
  positionals: [],
  async run({ options, config, installation, language, say }) {
    const context = await (await installation()).context(options.workspace);
    const way = wayOf(options);
    const sealer = sealerOf(config);
    const found = await everyPage(({ limit, cursor }) => listCandidates(context, sealer, { ...way, limit, cursor }));
    const header = say({ en: 'partner amount account state id', fr: 'partenaire montant compte état id' }).split(' ');
    const rows = found.map(({ partnerId, partnerName, amount, currency, account, reasons }) => [
      partnerName.replaceAll(/\p{Cc}/gu, '\uFFFD'),
      formatMoney({ amount: BigInt(amount), currency }, language),
      account ?? '—',
      reasons.length === 0 ? say({ en: 'can be paid', fr: 'peut être payé' }) : reasons.join(', '),
      partnerId,
    ]);
    return { json: found, text: table(header, rows, [1]) };
  },
});

export const listPayoutBatches = defineCommand({
  name: 'payouts batches',
  summary: { en: 'Batches of payments, newest first.', fr: 'Les lots de paiements, du plus récent au plus ancien.' },
  options: { workspace: WORKSPACE },
  positionals: [],
  async run({ options, installation, language, say }) {
    const context = await (await installation()).context(options.workspace);
    const found = await everyPage((page) => listBatches(context, page));
    const header = say({ en: 'batch state rail lines amount day', fr: 'lot état moyen lignes montant jour' }).split(' ');
    const rows = found.map(({ id, state, rail, lines, amount, currency, executionDate }) => [
      id,
      state,
      rail,
      String(lines),
      formatMoney({ amount: BigInt(amount), currency }, language),
      executionDate,
    ]);
    return { json: found, text: table(header, rows, [3, 4]) };
  },
});

export const makePayouts = defineCommand({
  name: 'payouts make',
  summary: {
    en: 'Take what is payable into a batch, of all who can be paid or of those named.',
    fr: 'Prendre ce qui est exigible dans un lot, pour tous ceux qui peuvent être payés ou ceux nommés.',
  },
  options: {
    workspace: WORKSPACE,
    by: BY,
    text: {
      kind: 'text',
      value: 'text',
      required: true,
      help: { en: 'what partners read on their statement', fr: 'ce que les partenaires lisent sur leur relevé' },
    },
    rail: RAIL,
    currency: CURRENCY,
    day: {
      kind: 'text',
      value: 'day',
      help: {
        en: 'of the transfers; the next one on which banks settle unless said',
        fr: 'des virements ; par défaut le prochain où les banques règlent',
      },
    },
    partner: {
      kind: 'list',
      value: 'prt_…',
      help: { en: 'this one only; may be repeated', fr: 'celui-ci seulement ; peut être répété' },
    },
  },
  positionals: [],
  async run({ options, config, clock, installation, language, say }) {
    const way = wayOf(options);
    const day = options.day ?? targetDayFrom(shiftDate(localDateOf(clock(), 'UTC'), 1));
    if (!isLocalDate(day)) throw notADay();
    const partnerIds = options.partner.map((id) => decodeId('prt', id) ?? '');
    if (partnerIds.includes('')) throw new UsageError({ en: 'A partner is written prt_…', fr: 'Un partenaire s’écrit prt_…' });
    const context = await asPerson(await (await installation()).context(options.workspace), options.by);
    const body = { ...way, executionDate: day, remittance: options.text, version: '09' as const };
    const batch = await createBatch(context, sealerOf(config), { ...body, ...(partnerIds.length === 0 ? {} : { partnerIds }) });
    const sum = formatMoney({ amount: BigInt(batch.amount), currency: batch.currency }, language);
    const text = say({
      en: `${batch.id}: ${batch.lines} payments, ${sum}. Somebody else approves it.`,
      fr: `${batch.id} : ${batch.lines} paiements, ${sum}. Quelqu’un d’autre l’approuve.`,
    });
    return { json: batch, text };
  },
});

export const approvePayouts = defineCommand({
  name: 'payouts approve',
  summary: {
    en: 'Approve a batch that somebody else made: its file is written.',
    fr: 'Approuver un lot fait par quelqu’un d’autre : son fichier est écrit.',
  },
  options: { workspace: WORKSPACE, by: BY },
  positionals: [BATCH],
  async run({ options, words, config, installation, say }) {
    const context = await asPerson(await (await installation()).context(options.workspace), options.by);
    return told(await approveBatch(context, sealerOf(config), batchIn(words.batch)), say);
  },
});

export const sendPayouts = defineCommand({
  name: 'payouts sent',
  summary: {
    en: 'Say that the file of a batch was handed in; with Stripe, have its transfers sent by the server.',
    fr: 'Dire que le fichier d’un lot a été remis ; avec Stripe, faire partir ses virements par le serveur.',
  },
  options: { workspace: WORKSPACE, by: BY },
  positionals: [BATCH],
  async run({ options, words, installation, say }) {
    const context = await asPerson(await (await installation()).context(options.workspace), options.by);
    return told(await sendBatch(context, batchIn(words.batch)), say);
  },
});

export const payPayoutsOutside = defineCommand({
  name: 'payouts paid-outside',
  summary: { en: 'Say that an approved batch was paid by other means.', fr: 'Dire qu’un lot approuvé a été payé autrement.' },
  options: {
    workspace: WORKSPACE,
    by: BY,
    reference: {
      kind: 'text',
      value: 'text',
      required: true,
      help: { en: 'where the payment is found again', fr: 'ce qui permet de retrouver le paiement' },
    },
    day: { kind: 'text', value: 'day', required: true, help: { en: 'when it was paid', fr: 'quand il a été payé' } },
  },
  positionals: [BATCH],
  async run({ options, words, installation, say }) {
    const { reference, day } = options;
    if (!isLocalDate(day)) throw notADay();
    if (reference.trim() === '' || reference.length > 140 || /\p{Cc}/u.test(reference)) {
      throw new UsageError({
        en: 'A reference is one line of at most 140 characters.',
        fr: 'Une référence tient sur une ligne de 140 caractères au plus.',
      });
    }
    const context = await asPerson(await (await installation()).context(options.workspace), options.by);
    return told(await payOutside(context, batchIn(words.batch), { reference: reference.trim(), paidOn: day }), say);
  },
});

/** The id of a batch as it was written. */
export function batchIn(text: string): string {
  const id = decodeId('bat', text);
  if (id === null) throw new UsageError({ en: 'A batch is written bat_…', fr: 'Un lot s’écrit bat_…' });
  return id;
}

/** What opens accounts and files. */
export function sealerOf(config: Config): Sealer {
  return createSealer(readMasterKey(config.secret, config.dataFolder));
}

/** The context of a member: what moves money is in the audit trail under a person. */
export async function asPerson(context: Context, email: string): Promise<Context> {
  const members = await everyPage((page) => listMembers(context, page));
  const member = members.find((one) => one.email.toLowerCase() === email.trim().toLowerCase());
  if (member === undefined)
    throw new UsageError({
      en: `${email} is no user of this workspace.`,
      fr: `${email} n’est pas un utilisateur de cet espace.`,
    });
  const userId = decodeId('usr', member.userId) ?? '';
  return { ...context, actor: { kind: 'user', userId, role: member.role, partnerId: decodeId('prt', member.partnerId ?? '') } };
}

function wayOf({ rail, currency = 'EUR' }: { readonly rail: string | undefined; readonly currency: string | undefined }) {
  const chosen: Rail = rails.find((known) => known === rail) ?? 'sepa';
  if (!isCurrency(currency)) throw new UsageError({ en: `${currency} is no currency.`, fr: `${currency} n’est pas une devise.` });
  if (chosen === 'sepa' && currency !== 'EUR') {
    throw new UsageError({
      en: 'Files for the bank are in euros only: give --rail.',
      fr: 'Les fichiers pour la banque ne sont qu’en euros : indiquez --rail.',
    });
  }
  return { rail: chosen, currency };
}

function notADay(): UsageError {
  return new UsageError({ en: 'A day is written 2026-12-01.', fr: 'Un jour s’écrit 2026-12-01.' });
}

function told(batch: Wire<PayoutBatchAnswer>, say: (sentence: { en: string; fr: string }) => string) {
  const { id, state, progress } = batch;
  const text = say({
    en: `${id} is ${state}: ${progress.inPayout} under way, ${progress.paid} paid, ${progress.rejected} came back.`,
    fr: `${id} : ${state} ; ${progress.inPayout} en cours, ${progress.paid} payés, ${progress.rejected} revenus.`,
  });
  return { json: batch, text };
}
