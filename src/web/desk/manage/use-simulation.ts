import { useCallback, useEffect, useRef, useState } from 'react';
import type { SimulationAnswer, SimulationLine, SimulationQuestion } from '../../../contracts/index.js';
import { ownProblem } from '../../api/api.js';
import { useDesk } from '../shared/desk-context.js';

/** How a line with news begins; those between are empty. */
const EVENT = 'data: ';

interface Asked {
  question: SimulationQuestion;
  /** From 0 to 1 while it is played; null when it is over. */
  done: number | null;
  answer: SimulationAnswer | null;
  error: unknown;
}

/** Asks the server to play a question and follows how far it has come. Going away, or `stop`, stops it there too. */
export function useSimulation() {
  const { api } = useDesk();
  const [asked, setAsked] = useState<Asked | null>(null);
  const running = useRef<AbortController | null>(null);
  const stop = useCallback(() => {
    running.current?.abort();
    running.current = null;
    setAsked((before) => (before?.done == null ? before : null));
  }, []);
  useEffect(() => () => running.current?.abort(), []);

  const play = async (question: SimulationQuestion) => {
    const run = new AbortController();
    running.current?.abort();
    running.current = run;
    const tell = (news: Omit<Asked, 'question'>) => {
      if (!run.signal.aborted) setAsked({ question, ...news });
    };
    tell({ done: 0, answer: null, error: null });
    try {
      const answer = await follow(
        await api.open('POST /api/desk/simulations', { body: question }),
        run.signal,
        (done) => tell({ done, answer: null, error: null }),
      );
      tell({ done: null, answer, error: null });
    } catch (error) {
      tell({ done: null, answer: null, error });
    }
  };
  return { asked, play, stop };
}

/** Reads line by line until the answer has come. */
async function follow(
  response: Response,
  signal: AbortSignal,
  progress: (done: number) => void,
): Promise<SimulationAnswer> {
  const reader = response.body?.getReader();
  const cancel = () => void reader?.cancel();
  signal.addEventListener('abort', cancel);
  if (signal.aborted) cancel();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
      const lines = (rest + decoder.decode(value, { stream: !done })).split('\n');
      rest = lines.pop() ?? '';
      for (const text of lines) {
        if (!text.startsWith(EVENT)) continue;
        const line = JSON.parse(text.slice(EVENT.length)) as SimulationLine;
        if ('answer' in line) return line.answer;
        if ('failed' in line) throw ownProblem('internal', 'The simulation failed', 500);
        progress(line.done);
      }
      if (done) throw ownProblem('away', 'The answer was cut off');
    }
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
