import type { GuardCatalogue, GuardSetDetail } from '@cordee/contract/guard';
import { frenchGuards, questionsOf } from '@cordee/core/guard';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Language } from '@cordee/contract/language';
import type { Actor, Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { countryOf, findSet, selectSetEvents, selectSets, type SetRecord } from '../guard-set.store.ts';
import { nameActors } from '../../partner/index.ts';
import { frenchName, notAdvice, setOf } from '../sets.ts';

/** Questions and rules of a set, in the language of the request. Refuses `not_found`. */
export async function getGuards(context: Context, id: string | undefined): Promise<GuardCatalogue> {
  const { language } = context;
  const { id: known, name, document } = await setOf(context, id);
  const asked = document.rules.map((rule) => ({ code: rule.code, keys: questionsOf(rule) }));
  return {
    id: known === null ? null : encodeId('gst', known),
    name,
    country: document.country,
    currency: document.currency,
    notice: notAdvice[language],
    questions: document.questions.map(({ key, kind, text, help, choices = [] }) => ({
      key,
      kind,
      text: text[language],
      help: help?.[language] ?? null,
      choices: choices.map((choice) => ({ key: choice.key, label: choice.label[language] })),
      asksFor: asked.filter(({ keys }) => keys.has(key)).map(({ code }) => code),
    })),
    rules: document.rules.map(({ code, topic, severity, rule, source, validFrom, validTo }) => {
      return { code, topic: topic[language], severity, rule: rule[language], source, validFrom, validTo };
    }),
  };
}

/** The French set, and the company's own, the newest first. */
export function listGuardSets(context: Context, withRetired: boolean) {
  const { workspaceId, language } = context;
  return read(context, async (tx) => {
    const country = await countryOf(tx, workspaceId);
    const rows = await selectSets(tx, workspaceId, withRetired);
    return { items: [frenchToContract(language, country), ...rows.map((row) => setToContract(row, country))] };
  });
}

/** A whole set in both languages, with what was done about it; the French one without an id. Refuses `not_found`. */
export function getGuardSet(context: Context, id: string | undefined): Promise<GuardSetDetail> {
  const { workspaceId, language } = context;
  const notice = notAdvice[language];
  return read(context, async (tx) => {
    const country = await countryOf(tx, workspaceId);
    if (id === undefined) {
      // Readonly lists of core, the same on the wire.
      const document = frenchGuards as GuardSetDetail['document'];
      return { ...frenchToContract(language, country), notice, document, history: [] };
    }
    const found = await findSet(tx, workspaceId, id);
    if (found === null) throw new Refusal('not_found');
    const events = await selectSetEvents(tx, workspaceId, encodeId('gst', id));
    const named = await nameActors(
      tx,
      workspaceId,
      events.map(({ actor }) => actor as Actor),
    );
    const history = events.map(({ at, action }, index) => ({
      at: formatInstant(at),
      kind: action.slice('guard_set.'.length) as 'added' | 'retired' | 'restored',
      by: named[index]?.name ?? null,
    }));
    return { ...setToContract(found, country), notice, document: found.document as GuardSetDetail['document'], history };
  });
}

function frenchToContract(language: Language, country: string) {
  const rules = frenchGuards.rules.length;
  const isOfCompany = country === frenchGuards.country;
  return { id: null, name: frenchName[language], country: 'FR', rules, createdAt: null, retiredAt: null, isOfCompany };
}

/** A set as lists show it, for a company that is in a country. */
export function setToContract({ id, name, country, document, createdAt, retiredAt }: SetRecord, ofCompany: string) {
  return {
    id: encodeId('gst', id),
    name,
    country,
    rules: document.rules.length,
    createdAt: formatInstant(createdAt),
    retiredAt: retiredAt === null ? null : formatInstant(retiredAt),
    isOfCompany: country === ofCompany,
  };
}
