import { tellsOfDanger } from './dangers.js';
import type { TimelineEntry } from './timeline.js';

it.each([
  ['an alarm', 'alarm-found', {}, true],
  ['an alarm that was meant, whatever was said of it before', 'alarm-answered', { answer: 'go-on' }, true],
  ['an alarm that was not meant', 'alarm-answered', { answer: 'not-meant' }, false],
  ['a raise by what was written or answered', 'urgency-raised', { from: 4, to: 1 }, true],
  ['a raise by staff', 'urgency-changed', { from: 4, to: 2 }, true],
  ['a lowering by staff', 'urgency-changed', { from: 2, to: 4 }, false],
  ['an answer that leads elsewhere', 'check-in-answered', { advice: { outcome: 'emergency-call' } }, true],
  ['an answer that leads nowhere', 'check-in-answered', { advice: null }, false],
  ['a message', 'message', { text: 'Tack' }, false],
])('%s', (_name, kind, body, expected) => {
  // Only what is judged by; the rest of an entry would say nothing here.
  expect(tellsOfDanger({ kind, body } as unknown as TimelineEntry)).toBe(expected);
});
