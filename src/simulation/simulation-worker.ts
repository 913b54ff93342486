import { parentPort, workerData } from 'node:worker_threads';
import type { SimulationLine, SimulationQuestion } from '../contracts/index.js';
import { answer } from './question.js';

/** A thread that plays one question and ends. */
const send = (line: SimulationLine) => parentPort?.postMessage(line);
send({ answer: answer(workerData as SimulationQuestion, (done) => send({ done })) });
