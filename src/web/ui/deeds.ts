/** What people do at a page, and pages do not do by themselves: a pointer that merely lies there moves nothing. */
export const DEEDS = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'input'] as const;
