import type { CallSignal, CallView } from '../contracts/index.js';
import { CallLine, type CallMember, type CallWords } from './call-line.js';

const viewOf = (ids: string[]) => ({ id: 'call', participants: ids.map((id) => ({ id })) }) as CallView;
const signal = (number: number, to: string, toPage = `page of ${to}`): CallSignal => ({
  number,
  from: 'x',
  fromPage: 'p',
  to,
  toPage,
  kind: 'candidate',
  data: String(number),
});
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('CallLine', () => {
  let signals: CallSignal[];
  let reads: number;
  let seated: string[];
  let line: CallLine;
  beforeEach(() => {
    signals = [];
    reads = 0;
    seated = ['a', 'b', 'c'];
    line = new CallLine({
      read: async (_callId, after) => {
        reads += 1;
        return { call: viewOf(seated), signals: signals.filter(({ number }) => number > after) };
      },
      failed: (_callId, error) => {
        throw error;
      },
    });
  });

  function member(name: string, have = 0): { heard: string[]; member: CallMember } {
    const heard: string[] = [];
    const send = <K extends keyof CallWords>(event: K, words: CallWords[K]) => {
      if ('signals' in words) heard.push(...words.signals.map(({ data }) => data));
      else heard.push(event);
    };
    return {
      heard,
      member: { id: `socket of ${name}`, participantId: name, page: `page of ${name}`, have, send },
    };
  }

  it('tells who has no seat any more once, and nothing after that', async () => {
    const [a, b] = [member('a'), member('b')];
    line.enter('call', 'case', a.member);
    line.enter('call', 'case', b.member);
    seated = ['a'];
    line.hear('case');
    await settled();
    signals = [signal(1, 'b')];
    line.hear('case');
    await settled();
    expect(b.heard).toEqual(['call:state']);
    expect(a.heard).toEqual(['call:state', 'call:state']);
    expect(line.present.map(({ participantId }) => participantId)).toEqual(['a']);
  });

  it('tells each its own signals, once and in order', async () => {
    const [a, b] = [member('a'), member('b', 1)];
    line.enter('call', 'case', a.member);
    line.enter('call', 'case', b.member);
    signals = [signal(1, 'b'), signal(2, 'a'), signal(3, 'b'), signal(4, 'a', 'an older page')];
    line.hear('case');
    line.hear('case');
    await settled();
    signals.push(signal(5, 'a'));
    line.hear('case');
    await settled();
    expect(a.heard.filter((each) => each !== 'call:state')).toEqual(['2', '5']);
    expect(b.heard.filter((each) => each !== 'call:state')).toEqual(['3']);
  });

  it('reads nothing for cases in which nobody here sits', async () => {
    const a = member('a');
    line.enter('call', 'case', a.member);
    line.hear('another case');
    line.leave(a.member.id);
    line.hear('case');
    await settled();
    expect(reads).toBe(0);
    expect(line.present).toEqual([]);
  });
});
