import type { GuardCatalogue } from '@cordee/contract/guard';
import { frenchGuards, questionsOf } from '@cordee/core/guard';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { read } from '../../../platform/verb.ts';
import { selectSets, type SetRecord } from '../guard-set.store.ts';
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
export async function listGuardSets(context: Context) {
  const rows = await read(context, (tx) => selectSets(tx, context.workspaceId));
  const french = {
    id: null,
    name: frenchName[context.language],
    country: 'FR',
    rules: frenchGuards.rules.length,
    createdAt: null,
  };
  return { items: [french, ...rows.map(setToContract)] };
}

export function setToContract({ id, name, country, document, createdAt }: SetRecord) {
  return { id: encodeId('gst', id), name, country, rules: document.rules.length, createdAt: formatInstant(createdAt) };
}
