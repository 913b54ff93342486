import { useCallback, useState } from 'react';
import { useWidget } from './widget.js';

/** What is typed in a field, kept in the frame's storage so that it survives a reload. */
export function useDraft(key: string): [string, (text: string) => void] {
  const { store } = useWidget();
  const [text, setText] = useState(() => store.get<string>(`draft.${key}`) ?? '');
  const change = useCallback(
    (next: string) => {
      setText(next);
      if (next) store.set(`draft.${key}`, next);
      else store.remove(`draft.${key}`);
    },
    [store, key],
  );
  return [text, change];
}
