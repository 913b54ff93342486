/** The largest image that may be put up: 10 MB. */
export const ATTACHMENT_MAX_BYTES = 10 * 1024 * 1024;
