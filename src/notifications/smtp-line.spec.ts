import { isNoAddress } from './smtp-line.js';

function says(response: string, command = 'RCPT TO') {
  return isNoAddress(
    Object.assign(new Error(response), { command, response, responseCode: parseInt(response, 10) }),
  );
}

describe('a mail server that refuses', () => {
  it.each([
    '550 No such user here',
    '551 User not local',
    '553 Mailbox name not allowed',
    '550 5.1.1 User unknown',
    '554-5.1.1 No such mailbox\n554 5.1.1 Look at our page',
    '550 5.1.2 Bad destination system',
    '556 5.1.10 Takes no mail',
  ])('says of the address that there is none: %s', (response) => expect(says(response)).toBe(true));

  it.each([
    ['550 5.7.1 Relaying denied', 'RCPT TO'],
    ['550 relay not permitted', 'RCPT TO'],
    ['550 5.7.26 Not authenticated', 'RCPT TO'],
    ['550 5.1.8 Sender rejected', 'RCPT TO'],
    ['552 5.2.2 Mailbox full', 'RCPT TO'],
    ['554 Blocked', 'RCPT TO'],
    ['451 4.1.1 Try again later', 'RCPT TO'],
    ['550 Sender rejected', 'MAIL FROM'],
    ['553 5.1.3 Bad sender', 'MAIL FROM'],
    ['550 Looks like spam', 'DATA'],
    ['535 5.7.8 Wrong password', 'AUTH PLAIN'],
  ])('says something else: %s (%s)', (response, command) => expect(says(response, command)).toBe(false));
});
