const NUMBER = /^\+[1-9]\d{6,14}$/;

/** A telephone number as it is kept (E.164), from how people write it: `021-12 34 56`; null if it is none. */
export function phoneNumber(written: string): string | null {
  const signs = written.replace(/[\s().\-‐‑–]/g, '').replace(/^00/, '+');
  const number = /^0\d+$/.test(signs) ? `+46${signs.slice(1)}` : signs.replace(/^\+460/, '+46');
  return NUMBER.test(number) ? number : null;
}
