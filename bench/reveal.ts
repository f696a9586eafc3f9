import {
  checkQuestionnaire,
  mostItems,
  reveal,
  usualQuestionnaire,
  wrongAnswers,
  type Answer,
  type Answers,
  type Item,
  type Questionnaire,
} from '@cordee/core/qualification';
import type { Bench, Measurement } from './measurement.ts';
import { secondsOf } from './rounds.ts';
import { mix } from './stage/sales.ts';
import { summarise } from './statistics.ts';

const NAME = 'reveal';
/** What revealing the longest questionnaire there may be may take. */
const MOST_MS = 50;
const REVEALS = 20;

/** Two sides' answers to the longest questionnaire put beside each other; of twenty different pairs the slowest counts. */
export const revealAnswers: Bench = {
  name: NAME,
  goal: 1,
  async run({ scale }): Promise<Measurement[]> {
    const questionnaire = longest();
    const slowest: number[] = [];
    for (let round = 0; round < scale.rounds; round += 1) {
      const times: number[] = [];
      for (let pair = 0; pair < REVEALS; pair += 1) {
        const seed = (round * REVEALS + pair) * 2;
        const [company, partner] = [answersOf(questionnaire, seed), answersOf(questionnaire, seed + 1)];
        let found = 0;
        times.push(1000 * (await secondsOf(() => (found = reveal(questionnaire, company, partner).differences.length))));
        // Mirrored items make two differences, and what they mirror none; what only some are asked may be left out.
        if (found < mostItems / 2) throw new Error(`only ${found} answers were compared`);
      }
      slowest.push(Math.max(...times));
    }
    const limited = slowest.map((value) => ({ value, limitValue: MOST_MS }));
    return [{ name: NAME, unit: 'ms', limit: 'most allowed', goal: 1, ...summarise(limited, 'less is better') }];
  },
};

/** The usual items again and again under other names, until no more may be asked. */
function longest(): Questionnaire {
  const { name, kinds, items } = usualQuestionnaire('referrer');
  const all: Item[] = [];
  for (let turn = 0; all.length < mostItems; turn += 1) all.push(...items.map((item) => renamed(item, turn)));
  // Whoever is cut off last may have lost its mirror or its condition: it is asked plainly.
  const kept = all.slice(0, mostItems);
  const keys = new Set(kept.map(({ key }) => key));
  const asked = kept.map((item) => (item.mirror === undefined || keys.has(item.mirror) ? item : plain(item)));
  const questionnaire = { name, kinds, items: asked };
  const problems = checkQuestionnaire(questionnaire);
  if (problems.length > 0) throw new Error(`the questionnaire of the bench is wrong: ${JSON.stringify(problems)}`);
  return questionnaire;
}

function renamed(item: Item, turn: number): Item {
  const { key, mirror, when } = item;
  const name = (old: string) => `${old}_${turn}`;
  return {
    ...item,
    key: name(key),
    ...(mirror === undefined ? {} : { mirror: name(mirror) }),
    ...(when === undefined ? {} : { when: { ...when, item: name(when.item) } }),
  };
}

function plain(item: Item): Item {
  return { ...item, compare: 'none', weight: 0 };
}

/** One answer in nine is missing: what is unknown takes longest. */
function answersOf(questionnaire: Questionnaire, seed: number): Answers {
  const answers: Record<string, Answer> = {};
  for (const [place, { key, form }] of questionnaire.items.entries()) {
    const dice = mix(seed * 1009 + place);
    if (dice % 9 !== 0) answers[key] = answerTo(form, dice >>> 4);
  }
  const wrong = wrongAnswers(questionnaire, answers);
  if (wrong.length > 0) throw new Error(`the answers of the bench are wrong: ${wrong.join(', ')}`);
  return answers;
}

function answerTo(form: Item['form'], dice: number): Answer {
  switch (form.kind) {
    case 'single':
      return form.options[dice % form.options.length]?.key ?? '';
    case 'multiple':
      return form.options.filter((_, place) => (dice >>> place) % 2 === 1).map(({ key }) => key);
    case 'scale':
      return 1 + (dice % 5);
    case 'number':
      return form.min + (dice % (Math.floor(form.max - form.min) + 1));
    case 'yes_no':
      return dice % 2 === 1;
    case 'text':
      return `Said in our own words: ${dice}`;
  }
}
