import { remainingOf, sum, type Conversion } from '@cordee/core/counting';
import type { FieldFault } from '@cordee/contract/errors';
import type { FactDraft } from '../fact/index.ts';

/** What is wrong with a refund asked of a conversion: a line it does not have, or more than is left; null when it fits. */
export function refundFault(draft: FactDraft, conversion: Conversion): FieldFault | null {
  for (const [index, part] of (draft.body.lines ?? []).entries()) {
    const line = conversion.lines.find((candidate) => candidate.id === part.id);
    if (line === undefined) return unknownLine(index, part.id, conversion);
    if (BigInt(part.net) > remainingOf(line)) return tooMuch(`lines[${index}].net`, remainingOf(line));
  }
  const left = sum(conversion.lines.map(remainingOf));
  if (draft.amount !== null && draft.amount > left) return tooMuch('amount', left);
  return null;
}

function unknownLine(index: number, id: string, conversion: Conversion): FieldFault {
  const known = conversion.lines.map((line) => line.id).join(', ');
  return {
    path: `lines[${index}].id`,
    rule: 'known_line',
    message: { en: `The sale has no line ${id}; it has ${known}.`, fr: `La vente n'a pas de ligne ${id} ; elle a ${known}.` },
    example: conversion.lines[0]?.id,
  };
}

function tooMuch(path: string, left: bigint): FieldFault {
  return {
    path,
    rule: 'at_most_remaining',
    message: { en: `At most ${left} can still be refunded.`, fr: `Il reste au plus ${left} à rembourser.` },
    example: Number(left),
  };
}
