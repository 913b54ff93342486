/**
 * Channel on which every process hears that a unit's hours, or who works there, have changed: the word is its id.
 * `POLICY_WORD` says that another routing policy is in force.
 */
export const NETWORK_CHANNEL = 'slussen_network';
export const POLICY_WORD = 'policy';
