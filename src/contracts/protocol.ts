/**
 * What a page and the server must agree on to understand each other. Another one whenever a page from before an upgrade
 * could misunderstand the server after it, or the other way; such a page is told to reload.
 */
export const PROTOCOL_VERSION = 'slussen/5';

/** Header of every answer of the API, so that pages without a socket learn of an upgrade too. */
export const PROTOCOL_HEADER = 'x-slussen-protocol';

/**
 * On a request of the desk: somebody has done something there since the one before. Without it the request is the page's
 * own, as its polls are, and keeps nobody signed in.
 */
export const PERSON_HEADER = 'x-slussen-person';
