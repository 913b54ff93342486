/** All opening hours, days and shown times are in this zone, whatever the machine's own. */
export const REGION_TIME_ZONE = 'Europe/Stockholm';
