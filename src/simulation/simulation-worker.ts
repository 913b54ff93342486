import { parentPort, workerData } from 'node:worker_threads';
import type { SimulationLine, SimulationQuestion } from '../contracts/index.js';
import { answer, type PlayedRegion } from './question.js';

/** What the thread is given. */
export interface SimulationTask {
  question: SimulationQuestion;
  /** The own region, where that is asked about. */
  own: PlayedRegion | null;
}

/** A thread that plays one question and ends. */
const send = (line: SimulationLine) => parentPort?.postMessage(line);
const { question, own } = workerData as SimulationTask;
send({ answer: answer(question, own, (done) => send({ done })) });
