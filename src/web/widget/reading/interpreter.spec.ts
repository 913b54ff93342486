import { memoryStore } from '../../api/storage.js';
import { interpreterToAsk, keepInterpreter, keepKnown } from './interpreter.js';

const view = { id: 'back', interpreter: null, canAskInterpreter: true } as const;

describe('the interpreter that a case is still to be told of', () => {
  it('is asked for where the case does not know of it, and may be asked', () => {
    const store = memoryStore();
    expect(interpreterToAsk(store, view)).toBeNull();
    keepInterpreter(store, 'ar');
    expect(interpreterToAsk(store, view)).toBe('ar');
    expect(interpreterToAsk(store, { ...view, interpreter: 'fa' })).toBeNull();
    expect(interpreterToAsk(store, { ...view, canAskInterpreter: false })).toBeNull();
  });

  it('is not asked for again where another device said none since; another choice is', () => {
    const store = memoryStore();
    keepInterpreter(store, 'ar');
    keepKnown(store, view.id);
    expect(interpreterToAsk(store, view)).toBeNull();
    expect(interpreterToAsk(store, { ...view, id: 'cough' })).toBe('ar');
    keepInterpreter(store, 'fa');
    expect(interpreterToAsk(store, view)).toBe('fa');
  });
});
