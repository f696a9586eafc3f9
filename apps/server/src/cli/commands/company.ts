import { type CompanyRecordAnswer, writeCompany as toWrite } from '@cordee/contract/company';
import { faultsOf } from '@cordee/contract/field-faults';
import { taxDay } from '@cordee/contract/tax-details';
import { getCompany, listCompanyRecords, writeCompany } from '../../modules/company/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Wire } from '../../platform/http/index.ts';
import { defineCommand, WORKSPACE } from '../command.ts';
import { everyPage } from '../every-page.ts';
import { table } from '../table.ts';
import { UsageError } from '../usage-error.ts';

type CompanyEntry = Wire<CompanyRecordAnswer>;

export const companyShow = defineCommand({
  name: 'company show',
  summary: {
    en: 'Who the company is, today or on a day; with --history all that was ever written.',
    fr: 'Qui est l’entreprise, aujourd’hui ou un jour donné ; avec --history tout ce qui a été écrit.',
  },
  options: {
    workspace: WORKSPACE,
    on: {
      kind: 'text',
      value: 'day',
      help: { en: 'such as 2026-03-01; today unless said', fr: 'par exemple 2026-03-01 ; aujourd’hui sinon' },
    },
    history: { kind: 'flag', help: { en: 'all records, newest first', fr: 'toutes les fiches, la plus récente d’abord' } },
  },
  positionals: [],
  async run({ options: { workspace, on, history }, installation, say }) {
    if (on !== undefined && !taxDay.safeParse(on).success)
      throw new UsageError({ en: 'A day is written 2026-03-01.', fr: 'Un jour s’écrit 2026-03-01.' });
    const context = await (await installation()).context(workspace);
    if (history) {
      const items = await everyPage((page) => listCompanyRecords(context, page));
      const header = say({ en: 'number from to state name why', fr: 'numéro du au état nom pourquoi' }).split(' ');
      const rows = items.map(({ number, validFrom, validTo, state, identity, reason }) => [
        String(number),
        validFrom,
        validTo ?? '–',
        state,
        identity.legalName,
        reason ?? '–',
      ]);
      return { json: items, text: table(header, rows, [0]) };
    }
    const found = await getCompany(context, on);
    const lacks = found.lacks.map(({ purpose, data }) => `${purpose}: ${data.join(', ')}`);
    const missing = lacks.length === 0 ? [] : [`${say({ en: 'Still lacking', fr: 'Il manque encore' })} – ${lacks.join(' · ')}`];
    const nobody = say({ en: 'Nobody has said yet who the company is.', fr: 'Personne n’a encore dit qui est l’entreprise.' });
    const known = found.record === null ? [nobody] : linesOf(found.record);
    return { ok: found.record !== null, json: found, text: [...known, ...missing].join('\n') };
  },
});

const text = (value: string, en: string, fr: string) => ({ kind: 'text', value, help: { en, fr } }) as const;

export const companySet = defineCommand({
  name: 'company set',
  summary: {
    en: 'Write who the company is from a day on; what is left out stays as it is, an empty text takes it away.',
    fr: 'Écrire qui est l’entreprise à partir d’un jour ; ce qui n’est pas donné reste, un texte vide le retire.',
  },
  options: {
    workspace: WORKSPACE,
    from: text('day', 'the first day on which it is so; today unless said', 'le premier jour où c’est ainsi ; aujourd’hui sinon'),
    because: text('text', 'why; needed from the second record on', 'pourquoi ; demandé dès la deuxième fiche'),
    name: text('text', 'the legal name', 'la dénomination'),
    'trade-name': text('text', 'what it is called by, where that is another name', 'le nom commercial, s’il est différent'),
    form: text('text', 'the legal form, such as SAS', 'la forme juridique, par exemple SAS'),
    capital: text('text', 'with its currency', 'avec sa devise'),
    register: text('text', 'where it is registered, with its number there', 'le registre, avec le numéro'),
    siren: text('digits', '9 digits', '9 chiffres'),
    siret: text('digits', '14 digits, of the head office', '14 chiffres, celui du siège'),
    vat: text('number', 'the VAT number', 'le numéro de TVA'),
    ape: text('code', 'such as 4791A', 'par exemple 4791A'),
    street: text('text', 'number and street', 'numéro et rue'),
    'post-code': text('text', 'the post code', 'le code postal'),
    town: text('text', 'the town', 'la ville'),
    country: text('code', 'that of the workspace unless said', 'celui de l’espace sinon'),
    contact: text('text', 'whom authorities can ask: a name', 'qui l’administration peut joindre : un nom'),
    email: text('address', 'of the contact', 'du contact'),
    phone: text('number', 'of the contact', 'du contact'),
    electronic: text('id', 'in the French directory of invoices', 'dans l’annuaire français des factures'),
  },
  positionals: [],
  async run({ options, installation, say }) {
    const context = await (await installation()).context(options.workspace);
    const { record, country } = await getCompany(
      context,
      /^\d{4}-\d{2}-\d{2}$/.test(options.from ?? '') ? options.from : undefined,
    );
    const parsed = toWrite.safeParse(
      { identity: changed(record, country, options), validFrom: options.from, reason: options.because ?? null },
      { reportInput: true },
    );
    if (!parsed.success) throw new Refusal('invalid_request', faultsOf(toWrite, parsed.error.issues));
    const written = await writeCompany(context, parsed.data);
    const head = say({ en: `Record ${written.number} is written.`, fr: `La fiche ${written.number} est écrite.` });
    return { json: written, text: [head, ...linesOf(written)].join('\n') };
  },
});

interface Given {
  readonly [option: string]: string | boolean | undefined;
}

/** What held before, with what was given in its place. */
function changed(record: CompanyEntry | null, country: string, given: Given) {
  const before = record?.identity;
  const said = (option: string, was: string | null | undefined): string | null => {
    const value = given[option];
    if (typeof value !== 'string') return was ?? null;
    return value.trim() === '' ? null : value;
  };
  const street = said('street', before?.address?.street) ?? undefined;
  const postCode = said('post-code', before?.address?.postCode) ?? undefined;
  const town = said('town', before?.address?.town);
  const hasAddress = [street, postCode].some((part) => part !== undefined) || town !== null;
  const [name, email, phone] = [
    said('contact', before?.contact?.name),
    said('email', before?.contact?.email),
    said('phone', before?.contact?.phone),
  ];
  const hasContact = [name, email, phone].some((part) => part !== null);
  const electronic = said('electronic', before?.electronicAddress?.id);
  const siret = said('siret', before?.siret);
  return {
    legalName: said('name', before?.legalName) ?? '',
    tradeName: said('trade-name', before?.tradeName),
    legalForm: said('form', before?.legalForm),
    capital: said('capital', before?.capital),
    register: said('register', before?.register),
    // Another SIRET brings its own SIREN.
    siren: said('siren', typeof given['siret'] === 'string' ? null : before?.siren),
    siret,
    vatNumber: said('vat', before?.vatNumber),
    ape: said('ape', before?.ape),
    address: hasAddress
      ? { street, postCode, town: town ?? '', country: said('country', before?.address?.country ?? country) ?? country }
      : null,
    contact: hasContact ? { name: name ?? '', email: email ?? '', phone: phone ?? '' } : null,
    electronicAddress: electronic === null ? null : { scheme: before?.electronicAddress?.scheme ?? '0225', id: electronic },
  };
}

function linesOf({ validFrom, validTo, identity }: CompanyEntry): string[] {
  const { address, contact } = identity;
  const place = [address?.street, [address?.postCode, address?.town].filter(Boolean).join(' '), address?.country];
  return [
    [identity.legalName, identity.tradeName],
    [identity.legalForm, identity.capital, identity.register],
    place,
    [identity.siret ?? identity.siren, identity.vatNumber, identity.ape],
    [contact?.name, contact?.email, contact?.phone],
    [`${validFrom} – ${validTo ?? '…'}`],
  ]
    .map((parts) => parts.filter((part) => part !== null && part !== undefined && part !== '').join(', '))
    .filter((line) => line !== '');
}
