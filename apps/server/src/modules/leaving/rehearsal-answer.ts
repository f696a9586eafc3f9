import type { ExitContent } from '@cordee/contract/exit-rehearsal';
import type { Language } from '@cordee/contract/language';
import type { ExitRehearsal, ExitStep, FinalLine } from '@cordee/core/exit';
import { encodeId } from '@cordee/core/ids';
import type { Wire } from '../../platform/http/index.ts';
import { jsonInteger } from '../../platform/http/index.ts';
import type { KnownCase } from './exit-case.ts';

const noAdvice = {
  en: 'Information drawn from the charter and from dated texts. This is not legal advice: have a lawyer read what you send.',
  fr: 'Informations tirées de la charte et de textes datés. Ceci n’est pas un conseil juridique : faites relire ce que vous envoyez.',
};

/** A rehearsal as it goes out, in one language. */
export function rehearsalToContract(of: KnownCase, told: ExitRehearsal, language: Language): Wire<ExitContent> {
  const { charter, side, noticedOn } = of;
  const duty = ({ id, owner, title, dueOn }: ExitRehearsal['duties']['after'][number]) => ({
    id: id === null ? null : encodeId('obl', id),
    owner,
    title: title[language],
    dueOn,
  });
  const { before, gone, after } = told.duties;
  return {
    side,
    noticedOn,
    endsOn: told.endsOn,
    earliest: told.end,
    needsBoth: told.needsBoth,
    charter: charter === null ? null : { id: encodeId('chr', charter.id), version: charter.version },
    steps: told.steps.map((step) => stepToContract(step, language)),
    runOff: told.runOff.map(({ enrollmentId, name, until }) => ({
      enrollmentId: encodeId('enr', enrollmentId),
      program: name,
      until,
    })),
    duties: { before: before.map(duty), gone: gone.map(duty), after: after.map(duty) },
    customers: { count: told.customers.count, rule: told.customers.rule?.[language] ?? null },
    openDisputes: of.openDisputes,
    account: told.account.map(lineToContract),
    findings: told.findings.map(({ code, topic, severity, state, rule, advice, source }) => ({
      code,
      topic: topic[language],
      severity,
      state,
      rule: rule[language],
      advice: advice[language],
      source,
    })),
    gaps: told.gaps.map(({ code, grade, message }) => ({ code, grade, message: message[language] })),
    notice: noAdvice[language],
  };
}

export function stepToContract({ id, key, title, on, owner, source }: ExitStep, language: Language) {
  return { id, key, title: title[language], on, owner, source };
}

/** A line of a final account with integers, as it is kept and hashed. */
export function lineToContract(line: FinalLine) {
  const { currency, pending, kept, payable, inPayout, debt, least, most, owedBy } = line;
  return {
    currency,
    pending: jsonInteger(pending),
    kept: jsonInteger(kept),
    payable: jsonInteger(payable),
    inPayout: jsonInteger(inPayout),
    debt: jsonInteger(debt),
    least: jsonInteger(least),
    most: most === null ? null : jsonInteger(most),
    owedBy,
  };
}
