/** Channel on which every process hears that a unit's hours, or who works there, have changed; the word is its id. */
export const NETWORK_CHANNEL = 'slussen_network';
