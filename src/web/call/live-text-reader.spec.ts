import { jest } from '@jest/globals';
import { FADES_MS, LiveTextReader } from './live-text-reader.js';
import { REPEAT_MS } from './live-text-writer.js';

describe('what the other is writing', () => {
  let changes: number;
  let reader: LiveTextReader;
  const hear = (text: string, id = 'first', callId = 'call') =>
    reader.take({ callId, id, from: 'anna', text });
  const texts = () => reader.texts.map(({ text }) => text);
  beforeEach(() => {
    jest.useFakeTimers();
    changes = 0;
    reader = new LiveTextReader('call', () => {
      changes += 1;
    });
  });
  afterEach(() => {
    reader.close();
    jest.useRealTimers();
  });

  it('is shown as it stands, mended, and taken away', () => {
    hear('Hej');
    hear('Hejs');
    expect(reader.texts).toEqual([{ id: 'first', from: 'anna', text: 'Hejs' }]);
    hear('Hejs');
    expect(changes).toBe(2);
    hear('');
    expect([texts(), changes]).toEqual([[], 3]);
  });

  it('stays as long as it is said, and fades when nothing more is heard of it', () => {
    hear('Hej');
    for (let round = 0; round < 5; round += 1) {
      jest.advanceTimersByTime(REPEAT_MS);
      hear('Hej');
    }
    expect(texts()).toEqual(['Hej']);
    jest.advanceTimersByTime(FADES_MS);
    expect(texts()).toEqual([]);
  });

  it('stays when it was sent and the next is begun, until its message is there', () => {
    hear('Hej');
    hear('Hur', 'second');
    expect(texts()).toEqual(['Hej', 'Hur']);
    jest.advanceTimersByTime(FADES_MS - 1);
    hear('Hur mår', 'second');
    jest.advanceTimersByTime(1);
    expect(texts()).toEqual(['Hur mår']);
  });

  it('is of this call only, and nothing once that is over', () => {
    hear('Hej', 'first', 'another call');
    expect(texts()).toEqual([]);
    hear('Hej');
    reader.close();
    expect(texts()).toEqual([]);
    jest.advanceTimersByTime(FADES_MS);
    expect(changes).toBe(1);
  });
});
