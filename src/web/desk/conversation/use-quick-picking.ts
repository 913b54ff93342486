import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import type { Language, QuickReply } from '../../../contracts/index.js';
import { useDesk } from '../shared/desk-context.js';
import { keys } from '../shared/query.js';
import { findQuickReplies, quickQuery } from './find-quick-replies.js';

/** The quick replies of the unit. */
export function useQuickReplies() {
  const { api } = useDesk();
  return useQuery({
    queryKey: keys.quickReplies,
    queryFn: () => api.call('GET /api/desk/quick-replies'),
    staleTime: 60_000,
  });
}

export interface QuickPicking {
  isOpen: boolean;
  found: readonly QuickReply[];
  active: number;
  language: Language;
  listId: string;
  activeId: string | undefined;
  optionId(index: number): string;
  status: 'pending' | 'error' | 'success';
  total: number;
  /** Whether what is typed searches the list. */
  searches: boolean;
  open(): void;
  /** The focus went elsewhere. */
  blur(): void;
  choose(reply: QuickReply): void;
  retry(): void;
  /** True when the key was for the list. */
  onKeyDown(event: KeyboardEvent): boolean;
}

interface Settings {
  isOn: boolean;
  text: string;
  language: Language;
  onText: (text: string) => void;
}

/**
 * Choosing a quick reply. In an empty reply `/` opens it, typed or by key or button, and what follows searches. After
 * something written the key and the button open the whole list, and the chosen one is added; writing on closes it.
 */
export function useQuickPicking({ isOn, text, language, onText }: Settings): QuickPicking {
  const replies = useQuickReplies();
  const listId = useId();
  const [openedAfter, setOpenedAfter] = useState<string | null>(null);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const query = quickQuery(text);
  const isOpen = isOn && (openedAfter === text || (query !== null && dismissed !== text));
  const found = isOpen ? findQuickReplies(replies.data ?? [], query ?? '', language) : [];
  const index = Math.min(active, Math.max(0, found.length - 1));
  const optionId = (at: number) => `${listId}-${at}`;

  const leave = () => {
    setOpenedAfter(null);
    setDismissed(text);
    setActive(0);
  };
  const close = () => {
    leave();
    if (query === '') onText('');
  };
  const blur = () => {
    // With something searched for the list stays: Enter in the field would else send the search to the patient.
    if (isOpen && !query) close();
  };
  const choose = (reply: QuickReply) => {
    const added = reply.text[language];
    onText(query !== null || text.trim() === '' ? added : `${text.trimEnd()}\n${added}`);
    leave();
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!isOpen) return false;
    const chosen = found[index];
    if (event.key === 'ArrowDown') setActive((index + 1) % Math.max(1, found.length));
    else if (event.key === 'ArrowUp') setActive((index - 1 + found.length) % Math.max(1, found.length));
    else if (event.key === 'Enter') {
      // What was typed to search is never sent to the patient; Escape comes first.
      if (chosen) choose(chosen);
    } else if (event.key === 'Escape') close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return {
    isOpen,
    found,
    active: index,
    language,
    listId,
    activeId: found.length > 0 ? optionId(index) : undefined,
    optionId,
    status: replies.status,
    total: replies.data?.length ?? 0,
    searches: query !== null,
    open: () => {
      setDismissed(null);
      if (text.trim() === '') onText('/');
      else setOpenedAfter(text);
    },
    blur,
    choose,
    retry: () => void replies.refetch(),
    onKeyDown,
  };
}
