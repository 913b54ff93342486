/**
 * Channel that notifies every process when a unit's hours or its staff on duty have changed: the payload is the unit's id.
 * `POLICY_CHANGED` stands for another routing policy in force.
 */
export const NETWORK_CHANNEL = 'slussen_network';
export const POLICY_CHANGED = 'policy';
