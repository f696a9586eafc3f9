import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReceiver, type Receiver } from '../../../../test/receiver.ts';
import { createOutbound } from '../../../platform/outbound/index.ts';
import { askVies, isPassing, readVies } from './vies.ts';

/** What the test service of VIES answers to each of its numbers. */
const CODES: Readonly<Record<string, string>> = {
  '201': 'INVALID_INPUT',
  '202': 'INVALID_REQUESTER_INFO',
  '300': 'SERVICE_UNAVAILABLE',
  '301': 'MS_UNAVAILABLE',
  '302': 'TIMEOUT',
  '400': 'VAT_BLOCKED',
  '401': 'IP_BLOCKED',
  '500': 'GLOBAL_MAX_CONCURRENT_REQ',
  '501': 'GLOBAL_MAX_CONCURRENT_REQ_TIME',
  '600': 'MS_MAX_CONCURRENT_REQ',
  '601': 'MS_MAX_CONCURRENT_REQ_TIME',
};

let receiver: Receiver;
beforeAll(async () => {
  receiver = await openReceiver();
  receiver.answer = ({ json }) => {
    const number = String(json['vatNumber']);
    const consultation = json['requesterNumber'] === undefined ? '' : 'WAPIAAAAYtest';
    const answer = {
      countryCode: json['countryCode'],
      vatNumber: number,
      requestIdentifier: consultation,
      name: 'ATELIER LUMIERE',
      address: '---',
    };
    if (number === '100') return { status: 200, text: JSON.stringify({ ...answer, valid: true }) };
    if (number === '200') return { status: 200, text: JSON.stringify({ ...answer, name: '---', valid: false }) };
    return {
      status: 200,
      text: JSON.stringify({ actionSucceed: false, errorWrappers: [{ error: CODES[number] ?? 'SERVICE_UNAVAILABLE' }] }),
    };
  };
});
afterAll(() => receiver.close());

const ask = (number: string, requester: string | null = null, trusted = [receiver.host]) =>
  askVies(createOutbound({ trusted }), `http://${receiver.host}`, `FR${number}`, requester);

describe('VIES', () => {
  it('says yes, with a consultation number to who says who asks', async () => {
    const valid = { state: 'valid', cause: null, name: 'ATELIER LUMIERE' };
    expect(await ask('100')).toMatchObject({ ...valid, consultationNumber: null });
    expect(await ask('100', 'FR40303265045')).toMatchObject({ ...valid, consultationNumber: 'WAPIAAAAYtest' });
    expect(receiver.calls.at(-1)?.json).toEqual({
      countryCode: 'FR',
      vatNumber: '100',
      requesterMemberStateCode: 'FR',
      requesterNumber: '40303265045',
    });
  });

  it('says no', async () => expect(await ask('200')).toMatchObject({ state: 'invalid', cause: null, name: null }));

  it.each(Object.entries(CODES))('%s is nobody’s answer: %s', async (number, code) => {
    const answer = await ask(number);
    expect(answer).toMatchObject({ state: 'unavailable', cause: code });
    expect(isPassing(answer)).toBe(Number(number) >= 300 && !code.endsWith('BLOCKED'));
  });

  it('is not called inside the company, unless the operator allows it', async () => {
    const before = receiver.calls.length;
    const answer = await ask('100', null, []);
    expect([answer.state, answer.cause, isPassing(answer)]).toEqual(['unavailable', 'NOT_CALLED', false]);
    expect(receiver.calls.length).toBe(before);
  });

  it('that cannot be reached is unavailable, and is tried again', async () => {
    const gone = await openReceiver();
    await gone.close();
    const answer = await askVies(createOutbound({ trusted: [gone.host] }), `http://${gone.host}`, 'FR100', null);
    expect([answer.state, answer.cause, isPassing(answer)]).toEqual(['unavailable', 'NOT_REACHED', true]);
  });
});

it.each<[number, string, string]>([
  [503, '<html>Service Unavailable</html>', 'HTTP_503'],
  [500, '{"valid":false}', 'HTTP_500'],
  [200, 'null', 'NOT_UNDERSTOOD'],
  [200, '{"valid":"false"}', 'NOT_UNDERSTOOD'],
  [200, '{"valid":false,"userError":"MS_UNAVAILABLE"}', 'MS_UNAVAILABLE'],
  [200, '{"actionSucceed":false,"valid":false}', 'NOT_UNDERSTOOD'],
  [200, '{"errorWrappers":[{"error":"<script>"}]}', 'NOT_UNDERSTOOD'],
])('an answer that is no plain yes or no is unavailable: %i %s', (status, text, cause) => {
  expect(readVies(status, text)).toMatchObject({ state: 'unavailable', cause });
});
