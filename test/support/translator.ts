/**
 * Does to a page, and to what comes to stand in it, what a browser's translator does: every other text gets an element
 * around it, and the others one in their place. The words stay as they are.
 */
export const TRANSLATE = `(() => {
  let count = 0;
  const translate = (text) => {
    const parent = text.parentElement;
    if (!parent || !text.data.trim() || parent.closest('font, script, style, textarea, [translate=no]')) return;
    const outer = document.createElement('font');
    const inner = outer.appendChild(document.createElement('font'));
    if ((count += 1) % 2) {
      inner.textContent = text.data;
      parent.replaceChild(outer, text);
    } else {
      parent.insertBefore(outer, text);
      inner.append(text);
    }
  };
  const within = (root) => {
    const texts = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    if (root.nodeType === Node.TEXT_NODE) texts.push(root);
    while (walker.nextNode()) texts.push(walker.currentNode);
    texts.forEach(translate);
  };
  within(document.body);
  new MutationObserver((records) => {
    for (const { addedNodes } of records) addedNodes.forEach(within);
  }).observe(document.body, { childList: true, subtree: true });
})()`;
