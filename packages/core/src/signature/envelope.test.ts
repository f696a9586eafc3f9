import { array, assert, constant, constantFrom, integer, oneof, property, record, tuple } from 'fast-check';
import { expect, it } from 'vitest';
import { CONSENT_MS, stepEnvelope, turnsOf, type Envelope, type EnvelopeStep } from './index.ts';

const EXPIRES = 10_000_000;

function draft(order: 'sequence' | 'parallel', count: number): Envelope {
  const signers = turnsOf(order, count).map((turn, index) => {
    return { id: `s${index + 1}`, turn, state: 'waiting' as const, delegatedFrom: null, consentUntil: null };
  });
  return { state: 'draft', expiresAt: EXPIRES, signers, documents: ['v0'] };
}

function must(envelope: Envelope, step: EnvelopeStep, at = 0): Envelope {
  const stepped = stepEnvelope(envelope, step, at);
  if ('fault' in stepped) throw new Error(`${step.kind}: ${stepped.fault}`);
  return stepped.envelope;
}

const fault = (envelope: Envelope, step: EnvelopeStep, at = 0) => {
  const stepped = stepEnvelope(envelope, step, at);
  return 'fault' in stepped ? stepped.fault : null;
};

function consented(envelope: Envelope, signer: string, at = 0): Envelope {
  return must(must(envelope, { kind: 'ask_code', signer }, at), { kind: 'consent', signer }, at);
}

const signing = (signer: string, shown: string, signed: string): EnvelopeStep => {
  return { kind: 'sign', signer, shown: [shown], signed: [signed] };
};

it('asks one after the other, and is complete with the last', () => {
  const sent = must(draft('sequence', 2), { kind: 'send' });
  expect(sent.signers.map(({ state }) => state)).toEqual(['invited', 'waiting']);
  expect(fault(sent, { kind: 'ask_code', signer: 's2' })).toBe('not_your_turn');
  const first = must(consented(sent, 's1'), signing('s1', 'v0', 'v1'));
  expect(first.signers.map(({ state }) => state)).toEqual(['signed', 'invited']);
  expect(fault(first, signing('s1', 'v1', 'v2'))).toBe('already_signed');
  const second = consented(first, 's2');
  expect(fault(second, signing('s2', 'v0', 'v2'))).toBe('document_changed');
  expect(must(second, signing('s2', 'v1', 'v2'))).toMatchObject({ state: 'completed', documents: ['v2'] });
});

it('lets a place be given on once, and keeps who had it', () => {
  const sent = must(draft('sequence', 2), { kind: 'send' });
  const given = must(sent, { kind: 'delegate', signer: 's1', to: 'd1' });
  expect(given.signers.at(-1)).toMatchObject({ id: 'd1', turn: 1, state: 'invited', delegatedFrom: 's1' });
  expect(fault(given, { kind: 'ask_code', signer: 's1' })).toBe('signer_done');
  expect(fault(given, { kind: 'delegate', signer: 'd1', to: 'd2' })).toBe('already_delegated');
  const signed = must(consented(given, 'd1'), signing('d1', 'v0', 'v1'));
  expect(signed.signers.find(({ id }) => id === 's2')?.state).toBe('invited');
});

it('lets the maker put somebody else in a place, before or after its turn has come, until it has signed', () => {
  const sent = must(draft('sequence', 2), { kind: 'send' });
  const later = must(sent, { kind: 'replace', signer: 's2', to: 'r1' });
  expect(later.signers.map(({ id, state }) => `${id} ${state}`)).toEqual(['s1 invited', 's2 delegated', 'r1 waiting']);
  const now = must(must(later, { kind: 'delegate', signer: 's1', to: 'd1' }), { kind: 'replace', signer: 'd1', to: 'r2' });
  expect(now.signers.find(({ id }) => id === 'r2')).toMatchObject({ state: 'invited', delegatedFrom: 'd1', turn: 1 });
  const signed = must(consented(now, 'r2'), signing('r2', 'v0', 'v1'));
  expect(signed.signers.find(({ id }) => id === 'r1')?.state).toBe('invited');
  expect(fault(signed, { kind: 'replace', signer: 'r2', to: 'r3' })).toBe('already_signed');
  expect(fault(signed, { kind: 'replace', signer: 's2', to: 'r3' })).toBe('signer_done');
});

it('holds a consent for half an hour, and nothing beyond the end', () => {
  const sent = must(draft('parallel', 1), { kind: 'send' });
  const ready = consented(sent, 's1', 100);
  expect(fault(ready, signing('s1', 'v0', 'v1'), 100 + CONSENT_MS)).toBe('no_consent');
  expect(fault(ready, signing('s1', 'v0', 'v1'), EXPIRES)).toBe('expired');
  expect(fault(ready, { kind: 'expire' }, EXPIRES - 1)).toBe('not_expired');
  expect(must(ready, { kind: 'expire' }, EXPIRES).state).toBe('expired');
});

it('sends only what has something to sign and somebody to sign it, before its end', () => {
  expect(fault({ ...draft('parallel', 1), documents: [] }, { kind: 'send' })).toBe('nothing_to_sign');
  expect(fault(draft('parallel', 0), { kind: 'send' })).toBe('nobody_to_sign');
  expect(fault(draft('parallel', 1), { kind: 'send' }, EXPIRES)).toBe('expired');
});

/** What must hold, kept apart from the code under test: who signed when, and which text each saw. */
interface Model {
  now: number;
  readonly signed: string[];
  readonly codes: Set<string>;
  readonly consents: Map<string, number>;
  text: string;
  over: boolean;
  sent: boolean;
  count: number;
}

const ids = constantFrom('s1', 's2', 's3', 'd4', 'd5', 'nobody');
const steps = oneof(
  { weight: 1, arbitrary: constant({ kind: 'cancel' as const }) },
  { weight: 1, arbitrary: constant({ kind: 'expire' as const }) },
  { weight: 2, arbitrary: constant({ kind: 'send' as const }) },
  { weight: 2, arbitrary: record({ kind: constantFrom('open' as const, 'remind' as const), signer: ids }) },
  { weight: 1, arbitrary: record({ kind: constant('refuse' as const), signer: ids }) },
  { weight: 8, arbitrary: record({ kind: constant('ask_code' as const), signer: ids }) },
  { weight: 8, arbitrary: record({ kind: constant('consent' as const), signer: ids }) },
  { weight: 1, arbitrary: record({ kind: constantFrom('delegate' as const, 'replace' as const), signer: ids }) },
  { weight: 8, arbitrary: record({ kind: constant('sign' as const), signer: ids, stale: integer({ min: 0, max: 9 }) }) },
);

it('whatever is tried in whatever order: nobody signs twice, out of turn, late, after the end, unasked, or another text', () => {
  assert(
    property(
      constantFrom('sequence' as const, 'parallel' as const),
      array(tuple(steps, integer({ min: 0, max: 900_000 })), { maxLength: 80 }),
      (order, tried) => {
        let envelope = must(draft(order, 3), { kind: 'send' });
        const model: Model = {
          now: 0,
          signed: [],
          codes: new Set(),
          consents: new Map(),
          text: 'v0',
          over: false,
          sent: true,
          count: 3,
        };
        for (const [wanted, pause] of tried) {
          model.now += pause;
          const step = stepOf(wanted, model);
          const stepped = stepEnvelope(envelope, step, model.now);
          if ('fault' in stepped) continue;
          expectAllowed(model, envelope, step, order);
          envelope = stepped.envelope;
          note(model, step, envelope);
        }
        expect(envelope.documents).toEqual([model.text]);
        if (envelope.state === 'completed') expect(model.signed).toHaveLength(3);
      },
    ),
    { numRuns: 400 },
  );
});

function stepOf(wanted: { kind: string; signer?: string; stale?: number }, model: Model): EnvelopeStep {
  const signer = wanted.signer ?? '';
  if (wanted.kind === 'sign') {
    const shown = wanted.stale === 0 ? 'v-old' : model.text;
    return { kind: 'sign', signer, shown: [shown], signed: [`v${model.signed.length + 1}`] };
  }
  if (wanted.kind === 'delegate' || wanted.kind === 'replace') {
    model.count += 1;
    return { kind: wanted.kind, signer, to: `d${model.count}` };
  }
  return wanted as EnvelopeStep;
}

function expectAllowed(model: Model, before: Envelope, step: EnvelopeStep, order: string): void {
  expect(model.over).toBe(false);
  expect(step.kind).not.toBe('send');
  if (step.kind !== 'sign') return;
  expect(step.shown).toEqual([model.text]);
  expect(model.signed).not.toContain(step.signer);
  expect(model.now).toBeLessThan(EXPIRES);
  expect(model.now - (model.consents.get(step.signer) ?? -Infinity)).toBeLessThan(CONSENT_MS);
  if (order !== 'sequence') return;
  const turn = before.signers.find(({ id }) => id === step.signer)?.turn ?? 0;
  expect(model.signed).toHaveLength(turn - 1);
}

function note(model: Model, step: EnvelopeStep, after: Envelope): void {
  if (step.kind === 'consent') {
    expect(model.codes.has(step.signer)).toBe(true);
    model.consents.set(step.signer, model.now);
  }
  if (step.kind === 'ask_code') model.codes.add(step.signer);
  if (step.kind === 'sign') {
    model.signed.push(step.signer);
    [model.text = ''] = step.signed;
  }
  model.over = after.state !== 'sent';
}
