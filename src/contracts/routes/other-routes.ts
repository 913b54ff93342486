/** Pages that are opened, and what other programs call; nothing of it is asked for by our own browsers' code. */
export interface OtherRoutes {
  'GET /': { file: 'text/html' };
  'GET /demo/host/:page': { file: 'text/html'; problems: 'not-found' };
  'GET /demo/page.css': { file: 'text/css' };
  'GET /sign-in/resident': { query: { challenge: string }; file: 'text/html' };
  'GET /sign-in/staff': { file: 'text/html' };
  'GET /sign-in/callback': { query: { state: string }; file: 'text/html' };
  'GET /sign-in/page.css': { file: 'text/css' };
  'GET /sign-in/hand-over.js': { file: 'text/javascript' };

  'GET /notifications/stop': { query: { point: string; token: string }; file: 'text/html' };
  'POST /notifications/stop': { query: { point: string; token: string }; file: 'text/html' };

  'GET /health/live': { answer: { status: 'live' } };
  'GET /health/ready': { answer: { status: 'ready'; flows: number } };
  'GET /metrics': { file: 'text/plain'; problems: 'not-allowed' };
  /** LiveKit sends what it signs, as bytes. */
  'POST /api/calls/livekit-events': { status: 204; problems: 'bad-input' | 'not-signed-in' | 'conflict' };
  /** An SMS gateway sends what it signs, as bytes. */
  'POST /api/notifications/receipts/sms': { status: 204; problems: 'bad-input' | 'not-signed-in' };
  /** A mail gateway sends what it signs, as bytes. */
  'POST /api/notifications/receipts/mail': { status: 204; problems: 'bad-input' | 'not-signed-in' };
  /** 46elks sends a form to the address that it was given with an SMS. */
  'POST /api/notifications/receipts/46elks/:deliveryId/:token': {
    status: 204;
    problems: 'bad-input' | 'not-found';
  };
}
