import { useEffect } from 'react';
import { focusOn } from '../frame.js';
import { useWidget } from '../widget.js';

/**
 * Moves focus to the heading of the view it stands in when that comes or `of` changes, so that it is read out.
 * A page that has just been opened keeps the focus where the browser put it.
 */
export function Arrive({ of }: { of: string }) {
  const { acted } = useWidget();
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each new view
  useEffect(() => {
    if (acted()) focusOn(document.querySelector<HTMLElement>('main [data-focus]'));
  }, [of]);
  return null;
}
