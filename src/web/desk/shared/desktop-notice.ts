/** Whether this browser may show notices on the desktop; asks the person if it is not decided yet. */
export async function allowDesktopNotices(): Promise<boolean> {
  if (!('Notification' in window)) return false;
  return (await Notification.requestPermission()) === 'granted';
}

/**
 * Shows a notice on the desktop while the desk is not in front; pressing it brings the desk there. It may be read by
 * whoever passes the screen: texts for it name nobody.
 */
export function tellOnDesktop(text: string): void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  if (document.visibilityState === 'visible' && document.hasFocus()) return;
  // One at a time: a newer one takes the place of one that nobody has seen.
  const notice = new Notification('Slussen', { body: text, tag: 'slussen-desk' });
  notice.onclick = () => {
    window.focus();
    notice.close();
  };
}
