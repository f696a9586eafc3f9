import type { CheckGuards, GuardCheck } from '@cordee/contract/guard';
import { checkCase, type FindingState } from '@cordee/core/guard';
import { localDateOf } from '@cordee/core/time';
import type { Language } from '@cordee/contract/language';
import { loadCalendar } from '../../../platform/calendar/index.ts';
import type { Context } from '../../../platform/context.ts';
import { read } from '../../../platform/verb.ts';
import { zoneOf } from '../../fact/index.ts';
import { notAdvice, setOf } from '../sets.ts';

/** Puts the rules of a set to a case: one finding each, in the language of the request. Keeps nothing. Refuses `not_found`. */
export async function checkGuardsOf(
  context: Context,
  { set, document: tried, on, region, answers }: CheckGuards,
): Promise<GuardCheck> {
  const { language, workspaceId } = context;
  const document = tried ?? (await setOf(context, set)).document;
  const today = on ?? (await read(context, async (tx) => localDateOf(context.now(), await zoneOf(tx, workspaceId))));
  const { calendar, source } = await loadCalendar(document.country);
  const place = { calendar, region };
  const warning = source === 'none' ? noCalendar(document.country, language) : null;
  const questions = new Map(document.questions.map(({ key, text }) => [key, text[language]]));
  const findings = checkCase(document, { answers, today, place }).map(({ topic, rule, advice, missing, days, ...finding }) => ({
    ...finding,
    topic: topic[language],
    rule: rule[language],
    advice: advice[language],
    missing: missing.map((key) => ({ key, text: questions.get(key) ?? key })),
    days: days.map(({ key, label, on: day }) => ({ key, label: label[language], on: day })),
  }));
  const count = (wanted: FindingState) => findings.filter(({ state }) => state === wanted).length;
  const counts = {
    broken: count('broken'),
    unknown: count('unknown'),
    respected: count('respected'),
    not_concerned: count('not_concerned'),
  };
  return { on: today, notice: notAdvice[language], warning, counts, findings };
}

function noCalendar(country: string, language: Language): string {
  const name = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(country) ?? country;
  return language === 'fr'
    ? `Nous n’avons pas de calendrier des jours fériés pour : ${name}. Seuls les week-ends sont comptés comme non travaillés.`
    : `We have no calendar of public holidays for: ${name}. Only weekends count as days off.`;
}
