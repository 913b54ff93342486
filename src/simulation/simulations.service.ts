import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { ProblemException } from '../config/problem.exception.js';
import { PROJECT_ROOT } from '../config/project-root.js';
import type { SimulationLine } from '../contracts/index.js';
import type { SimulationTask } from './simulation-worker.js';

/** Each takes a core; the others are for residents and staff. */
const MOST_AT_ONCE = 2;
const MOST_MS = 180_000;
const MEMORY = { maxOldGenerationSizeMb: 768 };
/** Always the built program: a thread cannot start from a source that is not JavaScript. */
const WORKER = path.join(PROJECT_ROOT, 'dist/src/simulation/simulation-worker.js');

/** Plays what managers ask about, each in a thread of its own, so that nobody else waits for it. */
@Injectable()
export class Simulations implements OnApplicationShutdown {
  private readonly logger = new Logger(Simulations.name);
  private readonly running = new Set<Worker>();

  /**
   * Starts a simulation.
   * @param signal stops it
   * @returns its progress, then its answer
   * @throws ProblemException too-many-requests at once, when enough run already
   */
  play(task: SimulationTask, signal: AbortSignal): AsyncIterable<SimulationLine> {
    if (this.running.size >= MOST_AT_ONCE) {
      throw new ProblemException(
        'too-many-requests',
        'Two simulations are running already. Try again in a minute.',
      );
    }
    const worker = new Worker(WORKER, { workerData: task, resourceLimits: MEMORY });
    this.running.add(worker);
    return this.lines(worker, signal);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.running].map((worker) => worker.terminate()));
  }

  private async *lines(worker: Worker, signal: AbortSignal): AsyncGenerator<SimulationLine> {
    const waiting: SimulationLine[] = [];
    let isOver = false;
    let failure: Error | null = null;
    let wake = () => {};
    worker.on('message', (line: SimulationLine) => {
      waiting.push(line);
      wake();
    });
    worker.once('error', (error: Error) => {
      failure = error;
    });
    worker.once('exit', () => {
      isOver = true;
      this.running.delete(worker);
      wake();
    });
    const stop = () => void worker.terminate();
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    const timer = setTimeout(stop, MOST_MS);
    try {
      while (!isOver || waiting.length > 0) {
        const line = waiting.shift();
        if (line) yield line;
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
      if (failure) throw failure;
    } catch (error) {
      this.logger.error({ err: error }, 'a simulation failed');
      throw error;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      stop();
    }
  }
}
