import { useEffect, useState } from 'react';
import { useDesk } from './desk-context.js';

const TICK_MS = 10_000;

/** The server's time, renewed every ten seconds so that waiting times tick. */
export function useNow(): Date {
  const { clock } = useDesk();
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}
