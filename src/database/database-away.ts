/** PostgreSQL's and the network's ways of saying that the server is gone for a while. */
const AWAY_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '08000',
  '08003',
  '08006',
  '53300', // too_many_connections
]);

const AWAY_MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable|connection timeout|Cannot use a pool after/i;

/** Whether an error says that the database cannot be reached now, so that the same request may be sent again later. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  const { code, message, driverError } = error as {
    code?: unknown;
    message?: unknown;
    driverError?: unknown;
  };
  if (typeof code === 'string' && AWAY_CODES.has(code)) return true;
  if (typeof message === 'string' && AWAY_MESSAGES.test(message)) return true;
  return driverError !== undefined && driverError !== error && isDatabaseAway(driverError);
}
