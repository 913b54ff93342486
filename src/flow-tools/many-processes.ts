import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/** What a job is done with: a message of the parent answered by one of the child. */
interface Answer<Result> {
  at: number;
  result?: Result;
  error?: string;
}

/**
 * Does the jobs in as many processes of a program as there are cores, each the next that is left. `done` is called in
 * the order of the jobs.
 * @throws Error when a job throws, or a process ends before its job is done
 */
export async function inManyProcesses<Job, Result>(
  program: URL,
  told: readonly string[],
  jobs: readonly Job[],
  done: (job: Job, result: Result) => void,
): Promise<void> {
  const results = new Map<number, Result>();
  let [next, passed] = [0, 0];
  const pass = (): void => {
    while (results.has(passed)) {
      done(jobs[passed] as Job, results.get(passed) as Result);
      results.delete(passed);
      passed += 1;
    }
  };
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const child = fork(fileURLToPath(program), told, { serialization: 'advanced' });
      const give = (): void => {
        if (next >= jobs.length) {
          child.disconnect();
          resolve();
          return;
        }
        child.send({ at: next, job: jobs[next] });
        next += 1;
      };
      child.on('message', ({ at, result, error }: Answer<Result>) => {
        if (error !== undefined) {
          child.kill();
          reject(new Error(error));
          return;
        }
        results.set(at, result as Result);
        pass();
        give();
      });
      child.on('exit', (code) => reject(new Error(`A process ended with ${code} before its work was done.`)));
      give();
    });
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), jobs.length) }, work));
}

/** What a program of `inManyProcesses` does with a job. Ends the process when there are no more. */
export function answerJobs<Job, Result>(answer: (job: Job) => Promise<Result>): void {
  process.on('message', ({ at, job }: { at: number; job: Job }) => {
    answer(job).then(
      (result) => process.send?.({ at, result }),
      (error: Error) => process.send?.({ at, error: error.stack ?? String(error) }),
    );
  });
  process.on('disconnect', () => process.exit(0));
}
