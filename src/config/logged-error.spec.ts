import { EntityNotFoundError, QueryFailedError } from 'typeorm';
import { loggedError } from './logged-error.js';
import { StartError } from './start-error.js';

const WORD = 'Tärnsångare';

/** As PostgreSQL's client throws it. */
function refusedRow(): Error {
  const detail = { severity: 'ERROR', code: '23505', detail: `Key (family_name)=(${WORD}) already exists.` };
  return Object.assign(new Error(`duplicate key: ${WORD}`), detail);
}

function unreadable(): unknown {
  try {
    return JSON.parse(`{"words": ${WORD}}`);
  } catch (error) {
    return error;
  }
}

describe('loggedError', () => {
  it.each<[unknown, object]>([
    [new TypeError('Cannot read properties of null'), { message: 'Cannot read properties of null' }],
    [new StartError('DATA_DIR is missing'), { type: 'StartError', message: 'DATA_DIR is missing' }],
    [
      Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' }),
      { type: 'Error', code: 'ECONNREFUSED', message: 'connect ECONNREFUSED' },
    ],
    [new DOMException('gone', 'AbortError'), { type: 'AbortError' }],
    [new QueryFailedError('SELECT $1', [WORD], refusedRow()), { type: 'QueryFailedError', code: '23505' }],
  ])('keeps the kind, the code and where it came from: %p', (error, expected) => {
    expect(loggedError(error)).toMatchObject({ ...expected, stack: expect.stringMatching(/^\s+at .*/) });
  });

  it.each([
    [refusedRow()],
    [new QueryFailedError('INSERT', [WORD], refusedRow())],
    [new EntityNotFoundError('Person', { where: { familyName: WORD } })],
    [unreadable()],
    [new Error('could not be saved', { cause: refusedRow() })],
    [WORD],
    [{ message: WORD }],
    [Object.assign(new Error(`one\n    at ${WORD}\ntwo`), { severity: 'ERROR' })],
  ])('leaves out what may quote what people wrote: %p', (error) => {
    const logged = loggedError(error);
    expect(JSON.stringify(logged)).not.toContain(WORD);
    expect(logged.type).toMatch(/^[A-Za-z]+$/);
  });

  it('follows what it was caused by, but not for ever', () => {
    const failed = new TypeError('fetch failed', { cause: new RangeError('out of range') });
    expect(loggedError(failed)).toMatchObject({ cause: { type: 'RangeError', message: 'out of range' } });
    failed.cause = failed;
    expect(JSON.stringify(loggedError(failed)).match(/fetch failed/g)?.length).toBe(4);
  });
});
