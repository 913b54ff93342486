import { jest } from '@jest/globals';
import { EVERY_MS, LiveTextWriter, REPEAT_MS } from './live-text-writer.js';

const problem = (code: string, status: number) => ({
  ok: false,
  problem: { type: `urn:slussen:problem:${code}`, title: '', status, detail: '' },
});
const settled = async () => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

describe('text that is seen as it is written', () => {
  let sent: { id: string; text: string }[];
  let answer: unknown;
  let open: boolean;
  let writer: LiveTextWriter;
  const texts = () => sent.map(({ text }) => text);
  const writerOf = (on = true) =>
    new LiveTextWriter({
      connection: {
        get open() {
          return open;
        },
        ask: async <T>(_event: string, payload: unknown): Promise<T> => {
          sent.push(payload as { id: string; text: string });
          return answer as T;
        },
      },
      callId: 'call',
      on,
      onChange: () => undefined,
    });
  const type = (text: string) => {
    for (let end = 1; end <= text.length; end += 1) writer.edit(text.slice(0, end));
  };
  beforeEach(() => {
    jest.useFakeTimers();
    sent = [];
    answer = { ok: true };
    open = true;
    writer = writerOf();
    writer.edit('');
  });
  afterEach(() => {
    writer.close();
    jest.useRealTimers();
  });

  it('sends the first character at once, and what stands then within the time', () => {
    type('Hej');
    expect(texts()).toEqual(['H']);
    jest.advanceTimersByTime(EVERY_MS);
    expect(texts()).toEqual(['H', 'Hej']);
  });

  it('is never later than the time, and never more often, however fast one types and mends', () => {
    const stood: number[] = [];
    const arrived: number[] = [];
    const began = Date.now();
    const pass = (ms: number) => {
      for (let passed = 0; passed <= ms; passed += 1) {
        if (passed > 0) jest.advanceTimersByTime(1);
        while (arrived.length < sent.length) arrived.push(Date.now());
      }
    };
    let text = '';
    for (let step = 0; step < 200; step += 1) {
      text = step % 7 === 6 ? text.slice(0, -2) : text + String.fromCharCode(97 + (step % 26));
      writer.edit(text);
      stood.push(Date.now());
      pass(47);
    }
    pass(EVERY_MS);
    expect(texts().at(-1)).toBe(text);
    const gaps = arrived.slice(1).map((at, index) => at - (arrived[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(EVERY_MS);
    // What stood at any moment, or something newer, has left within the time.
    for (const at of stood) {
      expect(arrived.some((each) => each >= at && each <= at + EVERY_MS)).toBe(true);
    }
    expect(sent.length).toBeLessThanOrEqual((Date.now() - began) / EVERY_MS + 1);
  });

  it('says nothing twice in a row but to say that it still stands', () => {
    type('Hej');
    jest.advanceTimersByTime(EVERY_MS);
    writer.edit('Hejs');
    writer.edit('Hej');
    jest.advanceTimersByTime(EVERY_MS);
    expect(texts()).toEqual(['H', 'Hej']);
    jest.advanceTimersByTime(REPEAT_MS);
    expect(texts()).toEqual(['H', 'Hej', 'Hej']);
  });

  it('is taken away when the field is emptied, and then said no more', () => {
    type('Hej');
    writer.edit('  ');
    jest.advanceTimersByTime(REPEAT_MS * 3);
    expect(texts()).toEqual(['H', '']);
  });

  it('gives the message the id of what was seen, and the next text another', () => {
    type('Hej');
    const id = writer.sent();
    expect(id).toBe(sent[0]?.id);
    writer.edit('');
    jest.advanceTimersByTime(REPEAT_MS);
    expect(texts()).toEqual(['H']);
    type('Du');
    expect(sent.at(-1)).toMatchObject({ text: 'D' });
    expect(sent.at(-1)?.id).not.toBe(id);
  });

  it('shows nothing of what stood there before, until its writer says so or begins anew', () => {
    writer = writerOf();
    writer.edit('Jag tror att');
    writer.edit('Jag tror att det');
    jest.advanceTimersByTime(REPEAT_MS);
    expect([texts(), writer.state.held]).toEqual([[], true]);
    expect(writer.sent()).toBeUndefined();
    expect(writer.state.held).toBe(false);
    type('Nu');
    expect(texts()).toEqual(['N']);
  });

  it('shows what stood there before when its writer says so', () => {
    writer = writerOf();
    writer.edit('Jag tror');
    writer.showHeld();
    expect([texts(), writer.state.held]).toEqual([['Jag tror'], false]);
  });

  it('is emptied at once when it is turned off, and stays so', () => {
    type('Hej');
    writer.turn(false);
    expect(texts()).toEqual(['H', '']);
    type('Hejsan');
    writer.edit('');
    type('Hemligt');
    jest.advanceTimersByTime(REPEAT_MS * 2);
    expect(texts()).toEqual(['H', '']);
    writer.turn(true);
    expect(texts()).toEqual(['H', '', 'Hemligt']);
  });

  it('begins as it was left: off shows nothing, also of what is begun anew', () => {
    writer = writerOf(false);
    writer.edit('');
    type('Hej');
    jest.advanceTimersByTime(REPEAT_MS);
    expect([texts(), writer.state.held]).toEqual([[], false]);
  });

  it('shows nothing while another field is in front', () => {
    type('Hej');
    writer.edit(null);
    jest.advanceTimersByTime(EVERY_MS);
    expect(texts()).toEqual(['H', '']);
    jest.advanceTimersByTime(REPEAT_MS);
    writer.edit('Hej');
    expect(texts()).toEqual(['H', '', 'Hej']);
  });

  it('says all of it anew when the other side has nothing any more', () => {
    open = false;
    type('Hej');
    jest.advanceTimersByTime(EVERY_MS);
    expect(texts()).toEqual([]);
    open = true;
    writer.again();
    expect(texts()).toEqual(['Hej']);
  });

  it('tries again what the server could not take now, and says that it is not seen', async () => {
    answer = problem('too-many-requests', 429);
    type('H');
    await settled();
    expect(writer.state.troubled).toBe(true);
    answer = { ok: true };
    jest.advanceTimersByTime(1_000);
    await settled();
    expect([texts(), writer.state.troubled]).toEqual([['H', 'H'], false]);
  });

  it('takes also a turning off that did not get through to the other side', async () => {
    type('H');
    answer = problem('too-many-requests', 429);
    writer.turn(false);
    await settled();
    answer = { ok: true };
    jest.advanceTimersByTime(1_000);
    expect(texts()).toEqual(['H', '', '']);
  });

  it('sends no more than a message holds, and no halves of characters', () => {
    writer.edit(`${'a'.repeat(3_999)}😀`);
    expect(texts()).toEqual(['a'.repeat(3_999)]);
  });
});
