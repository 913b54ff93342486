import type { Receipt } from './receipt.rule.js';
import { readReturnedMail, receiptOfReturned } from './returned-mail.rule.js';

const ID = '8d0c2a54-1f1e-4b9a-9c57-0d6f3a1f2b3c';

/** As mail servers write it (RFC 3464): a text for people, one for machines, and the mail that it is about. */
function returned({
  action = 'failed',
  status = '5.1.1',
  messageId = `<${ID}@example.se>`,
  receivers = [{ final: 'samir@example.se', action, status }],
  encode = null,
}: {
  action?: string;
  status?: string;
  messageId?: string;
  receivers?: { final?: string; original?: string; action: string; status: string }[];
  encode?: 'base64' | 'quoted-printable' | null;
} = {}): string {
  const part = (type: string, lines: string[]) => [
    '--b',
    `Content-Type: ${type}`,
    ...(encode ? [`Content-Transfer-Encoding: ${encode}`] : []),
    '',
    ...(encode ? [encoded(lines.join('\r\n'), encode)] : lines),
  ];
  return [
    'From: MAILER-DAEMON@mx.example.se',
    'To: no-reply@example.se',
    'Message-ID: <20261124193000.1A2B3C@mx.example.se>',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    ...part('text/plain', ['Your mail could not be delivered. Status: it will not be tried again.']),
    ...part('message/delivery-status', [
      'Reporting-MTA: dns; mx.example.se',
      ...receivers.flatMap((each) => [
        '',
        ...(each.original ? [`Original-Recipient: rfc822;${each.original}`] : []),
        ...(each.final ? [`Final-Recipient: rfc822;`, ` ${each.final}`] : []),
        `Action: ${each.action}`,
        `Status: ${each.status} (bad destination mailbox address)`,
        'Diagnostic-Code: smtp; 550 5.1.1 No such user',
      ]),
    ]),
    ...part('text/rfc822-headers', [
      'From: 1177 <no-reply@example.se>',
      `Message-ID: ${messageId}`,
      'Subject: =?UTF-8?Q?Nytt_meddelande?=',
    ]),
    '--b--',
  ].join('\r\n');
}

function encoded(text: string, as: 'base64' | 'quoted-printable'): string {
  if (as === 'base64')
    return (
      Buffer.from(text)
        .toString('base64')
        .match(/.{1,76}/g) ?? []
    ).join('\r\n');
  return text
    .replace(/[=:]/g, (sign) => `=${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/mess/gi, '$&=\r\n');
}

/** What follows for a mail that we sent to Samir. */
function said(mail: string, address = 'samir@example.se'): Receipt | null {
  const read = readReturnedMail(mail);
  return read && receiptOfReturned(read, address);
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
    expect(readReturnedMail(returned({ status }))?.id).toBe(ID);
    expect(said(returned({ status }))).toEqual({ delivered: false, permanent, why: `came back: ${status}` });
  });

  it('is read whatever ends its lines, and however its headers are written', () => {
    const text = returned().replaceAll('\r\n', '\n').replace('Action: failed', 'action:FAILED');
    expect(readReturnedMail(text.replaceAll('Message-ID', 'Message-Id'))?.id).toBe(ID);
    expect(said(text.replaceAll('samir@example.se', 'SAMIR@Example.SE'))?.permanent).toBe(true);
  });

  it.each(['base64', 'quoted-printable'] as const)('is read where its parts are in %s', (encode) => {
    expect(readReturnedMail(returned({ encode }))?.id).toBe(ID);
    expect(said(returned({ encode }))).toMatchObject({ permanent: true, why: 'came back: 5.1.1' });
  });

  it('from where it was forwarded says nothing of the address that we sent it to', () => {
    const failed = { action: 'failed', status: '5.1.1' };
    const gone = { final: 'old-work@example.com', original: 'samir@example.se', ...failed };
    const why = 'came back from where it was forwarded: 5.1.1';
    const lost = { delivered: false, permanent: false, why };
    expect(said(returned({ receivers: [gone] }))).toEqual(lost);
    const expanded = { final: 'samir@example.se', action: 'expanded', status: '2.0.0' };
    expect(said(returned({ receivers: [expanded, gone] }))).toEqual(lost);
    // A copy has stayed.
    expect(said(returned({ receivers: [gone, { ...expanded, action: 'delivered' }] }))).toBeNull();
    const both = [gone, { final: 'samir@example.se', action: 'failed', status: '5.2.1' }];
    expect(said(returned({ receivers: both }))).toMatchObject({ permanent: true, why: 'came back: 5.2.1' });
  });

  it('that names who it was for only as it was written is about them', () => {
    const receivers = [{ original: 'samir@example.se', action: 'failed', status: '5.1.1' }];
    expect(said(returned({ receivers }))?.permanent).toBe(true);
    expect(said(returned({ receivers: [{ action: 'failed', status: '5.1.1' }] }))?.permanent).toBe(false);
  });

  it('is read where a server hands it on as plain text', () => {
    const text = `Subject: Undelivered\r\n\r\nFinal-Recipient: rfc822; samir@example.se\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\nMessage-ID: <${ID}@example.se>\r\n`;
    expect(said(text)?.permanent).toBe(true);
  });

  it.each([
    ['that only says that it is still tried', returned({ action: 'delayed', status: '4.4.1' })],
    ['that says that it has arrived', returned({ action: 'delivered', status: '2.0.0' })],
    ['about a mail that is none of ours', returned({ messageId: '<1234@example.se>' })],
    ['by which somebody is away', `Message-ID: <${ID}@example.se>\r\nSubject: Away\r\n\r\nI am away.`],
    ['that is nonsense', '\u0000\uFFFD'.repeat(1000)],
    ['that is empty', ''],
  ])('%s is let be', (_what, text) => {
    expect(said(text)).toBeNull();
  });

  it('of any length is read in a moment', () => {
    const began = performance.now();
    readReturnedMail('Message-ID: <'.repeat(7000));
    readReturnedMail(
      `Content-Type: multipart/x; boundary=b\n\n${'--b\nContent-Type: multipart/x; boundary=b\n\n'.repeat(1500)}`,
    );
    readReturnedMail(`content-type: ;${'; boundary'.repeat(6000)}`);
    readReturnedMail(`${'Action:'.repeat(9000)}\n${'Status: '.repeat(9000)}`);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
