/** What browsers' translators put around or in the place of a text. We never make one. */
const isTheirs = (node: Node | null): node is HTMLElement => node?.nodeName === 'FONT';

/**
 * Lets a browser's translator change the page. It puts elements of its own around texts or in their place, while React
 * goes on with the nodes that it made: it would fail where it takes one away, and blank the view, or change one that
 * nobody sees any more. From the first such element on, what stands for a text goes where the text goes, and a text that
 * has changed stands for itself again.
 */
export function bearTranslation(page: Document): void {
  const standIns = new WeakMap<Node, HTMLElement>();
  const taken = new WeakSet<HTMLElement>();
  let isGuarded = false;

  const read = (records: MutationRecord[]): void => {
    for (const { type, target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      if (type === 'characterData') {
        standIns.get(target)?.replaceWith(target);
        continue;
      }
      isGuarded ||= [...addedNodes].some(isTheirs) && guard();
      if (!isGuarded) continue;
      for (const node of addedNodes) standIns.get(node)?.remove();
      for (const text of removedNodes) {
        if (text.nodeType !== Node.TEXT_NODE || text.isConnected) continue;
        const instead = [...addedNodes, previousSibling, nextSibling].filter(isTheirs);
        const standIn = instead.find((each) => each.isConnected && !taken.has(each));
        if (!standIn) continue;
        taken.add(standIn);
        standIns.set(text, standIn);
        changes.observe(text, { characterData: true });
      }
    }
  };
  const changes = new MutationObserver(read);
  changes.observe(page.body, { childList: true, subtree: true });

  /** The child of the parent that shows the node, or none where somebody took it away. */
  const shownAs = (node: Node, parent: Node): Node | null => {
    read(changes.takeRecords());
    let shown: Node | null = standIns.get(node) ?? node;
    while (shown && shown.parentNode !== parent) shown = isTheirs(shown.parentNode) ? shown.parentNode : null;
    return shown;
  };

  function guard(): true {
    const { insertBefore, removeChild } = Node.prototype;
    Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
      if (child.parentNode === this) return removeChild.call(this, child) as T;
      const shown = shownAs(child, this);
      if (shown) removeChild.call(this, shown);
      return child;
    };
    Node.prototype.insertBefore = function <T extends Node>(this: Node, node: T, before: Node | null): T {
      const place = before && before.parentNode !== this ? shownAs(before, this) : before;
      return insertBefore.call(this, node, place) as T;
    };
    return true;
  }
}
