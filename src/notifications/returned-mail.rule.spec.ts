import { readReturnedMail } from './returned-mail.rule.js';

const ID = '8d0c2a54-1f1e-4b9a-9c57-0d6f3a1f2b3c';

/** As mail servers write it (RFC 3464): a text for people, one for machines, and the mail that it is about. */
function returned({
  action = 'failed',
  status = '5.1.1',
  messageId = `<${ID}@example.se>`,
}: {
  action?: string;
  status?: string;
  messageId?: string;
} = {}): string {
  return [
    'From: MAILER-DAEMON@mx.example.se',
    'To: no-reply@example.se',
    'Message-ID: <20261124193000.1A2B3C@mx.example.se>',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Your mail could not be delivered. Status: it will not be tried again.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.se',
    '',
    'Final-Recipient: rfc822; samir@example.se',
    `Action: ${action}`,
    `Status: ${status} (bad destination mailbox address)`,
    'Diagnostic-Code: smtp; 550 5.1.1 No such user',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    'From: 1177 <no-reply@example.se>',
    `Message-ID: ${messageId}`,
    'Subject: =?UTF-8?Q?Nytt_meddelande?=',
    '--b--',
  ].join('\r\n');
}

describe('a mail that came back', () => {
  it.each([
    ['5.1.1', true],
    ['5.1.2', true],
    ['5.1.10', true],
    ['5.2.1', true],
    ['5.1.8', false],
    ['5.2.2', false],
    ['5.7.1', false],
    ['4.4.7', false],
  ])('says by %s whether there is no such address: %s', (status, permanent) => {
    expect(readReturnedMail(returned({ status }))).toEqual({
      id: ID,
      receipt: { delivered: false, permanent, why: `came back: ${status}` },
    });
  });

  it('is read whatever ends its lines, and however its headers are written', () => {
    const text = returned().replaceAll('\r\n', '\n').replace('Action: failed', 'action:FAILED');
    expect(readReturnedMail(text.replaceAll('Message-ID', 'Message-Id'))?.id).toBe(ID);
  });

  it.each([
    ['that only says that it is still tried', returned({ action: 'delayed', status: '4.4.1' })],
    ['that says that it has arrived', returned({ action: 'delivered', status: '2.0.0' })],
    ['about a mail that is none of ours', returned({ messageId: '<1234@example.se>' })],
    ['by which somebody is away', `Message-ID: <${ID}@example.se>\r\nSubject: Away\r\n\r\nI am away.`],
    ['that is nonsense', '\u0000\uFFFD'.repeat(1000)],
    ['that is empty', ''],
  ])('%s is let be', (_what, text) => {
    expect(readReturnedMail(text)).toBeNull();
  });

  it('of any length is read in a moment', () => {
    const began = performance.now();
    readReturnedMail('Message-ID: <'.repeat(7000));
    readReturnedMail(`${'Action:'.repeat(9000)}\n${'Status: '.repeat(9000)}`);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
