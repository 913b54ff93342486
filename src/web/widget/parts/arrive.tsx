import { useEffect, useState } from 'react';
import { arriveAt } from '../frame.js';
import { useWidget } from '../widget.js';

/**
 * Moves focus to the heading of the view it stands in when that comes or `of` changes, so that it is read out; where
 * somebody writes in a field that is still there the heading is said instead.
 * A page that has just been opened keeps the focus where the browser put it.
 */
export function Arrive({ of }: { of: string }) {
  const { acted } = useWidget();
  const [said, say] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each new view
  useEffect(() => {
    if (!acted()) return;
    const heading = document.querySelector<HTMLElement>('main [data-focus]');
    say(arriveAt(heading) ? '' : (heading?.textContent ?? ''));
  }, [of]);
  return (
    <p className="only-read" aria-live="polite">
      {said}
    </p>
  );
}
