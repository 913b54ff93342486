import { type ComponentProps, useLayoutEffect, useRef } from 'react';

/** A text area that grows with what is written. */
export function GrowingText(props: ComponentProps<'textarea'>) {
  const element = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const area = element.current;
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
  }, [props.value]);
  return <textarea ref={element} {...props} className={`field ${props.className ?? ''}`} />;
}
