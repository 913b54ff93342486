import { type ReactNode, useEffect, useState } from 'react';

/** As long as a second tap of a double tap takes at most, and nobody needs less to read what has come. */
const SETTLES_MS = 600;

/**
 * What a part carries that has just come in the place of another: taps pass it by, as the second of a double tap is
 * meant for what stood there before. Keys and telephone numbers work at once.
 */
export function useSettling(): { 'data-settling'?: '' } {
  const [settling, setSettling] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setSettling(false), SETTLES_MS);
    return () => clearTimeout(timer);
  }, []);
  return settling ? { 'data-settling': '' } : {};
}

/** A view that takes no taps in its first moment. */
export function Settle({ children }: { children: ReactNode }) {
  return (
    <div className="settle" {...useSettling()}>
      {children}
    </div>
  );
}
