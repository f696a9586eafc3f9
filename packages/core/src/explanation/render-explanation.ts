import type { RejectionReason } from '../attribution/credit.ts';
import type { UnpaidReason } from '../counting/outcome.ts';
import type { Language } from '../language/index.ts';
import type { Explanation, Step, StepCode, StepOf, StepValues } from './explanation.ts';
import { speakerFor } from './speaker.ts';
import type { Speaker } from './speaker.ts';
import { englishTexts } from './texts.en.ts';
import { frenchTexts } from './texts.fr.ts';
import type { Texts } from './texts.ts';

const texts: Readonly<Record<Language, Texts>> = { fr: frenchTexts, en: englishTexts };

/** The explanation as sentences, each step before its children, dates in the explanation's zone. */
export function renderExplanation(explanation: Explanation, language: Language): string[] {
  const say = speakerFor(language, explanation.zone);
  const sentences: string[] = [];
  const tell = (step: Step): void => {
    sentences.push(sentence(step, texts[language], say));
    step.children.forEach(tell);
  };
  explanation.steps.forEach(tell);
  return sentences;
}

function sentence<Code extends StepCode>(step: StepOf<Code>, { steps }: Texts, say: Speaker): string {
  const text: (values: StepValues[Code], speaker: Speaker) => string = steps[step.code];
  return text(step.values, say);
}

/** Why nothing was paid and what would have paid, in two sentences: the text beside `unpaid.reason`. */
export function reasonText(code: UnpaidReason, language: Language): string {
  const { because, remedy } = texts[language].words.unpaid[code];
  return `${because} ${remedy}`;
}

/** Why a touchpoint earned no credit, as the end of a sentence: "because a robot made it". */
export function rejectionText(code: RejectionReason, language: Language): string {
  return texts[language].words.rejections[code];
}
