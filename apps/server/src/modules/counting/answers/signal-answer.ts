import type { SignalAnswer } from '@cordee/contract/commission-review';
import type { Language } from '@cordee/contract/language';
import { encodeId } from '@cordee/core/ids';
import { signalText, type Signal } from '@cordee/core/signal';
import { formatInstant } from '@cordee/core/time';
import type { Wire } from '../../../platform/http/index.ts';

/** A signal on the wire: its figures, and what they mean in a sentence. */
export function signalToContract(signal: Signal, language: Language, zone: string): Wire<SignalAnswer> {
  return { code: signal.code, text: signalText(signal, language, zone), values: valuesOf(signal) };
}

function valuesOf(signal: Signal): Wire<SignalAnswer>['values'] {
  switch (signal.code) {
    case 'refund_rate': {
      const { code: _code, fromPerMille, toPerMille, ...counts } = signal;
      return { ...counts, from: percentText(fromPerMille), to: percentText(toPerMille) };
    }
    case 'first_sale':
      return { since: formatInstant(signal.since) };
    case 'unusual_amount': {
      const { code: _code, ...figures } = signal;
      return figures;
    }
    case 'shared_customer':
      return { partnerIds: signal.partnerIds.map((id) => encodeId('prt', id)), conversions: signal.conversions };
    case 'self_referral':
    case 'burst': {
      const { code: _code, ...figures } = signal;
      return figures;
    }
    default:
      return signal satisfies never;
  }
}

function percentText(perMille: number): string {
  return `${Math.floor(perMille / 10)}.${perMille % 10}%`;
}
