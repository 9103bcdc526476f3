import { useLayoutEffect, useRef } from 'preact/hooks';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { Preview } from './Preview';
import type { Peek } from './peek';
import type { PreviewModel } from './preview';
import { Reply } from './Reply';

interface Props {
  readonly preview: PreviewModel;
  readonly peek: Peek;
}

/** What is seen in the place of the closed window: the newest message, or who speaks first. Never both. */
export function Notices({ preview, peek }: Props) {
  const { session, words } = useUi();
  const { parts, useGreeting } = useOwnRest();
  const rich = useValue(() => parts.rich.part.value);
  const newest = useValue(() => preview.newest.value);
  const greeting = useGreeting();
  useLayoutEffect(() => {
    if (greeting) parts.rich.load();
  }, [greeting]);
  const body = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const box = body.current;
    if (!box) return;
    const tell = () => peek(box.childElementCount ? Math.ceil(box.getBoundingClientRect().height) : 0);
    tell();
    if (!('ResizeObserver' in globalThis)) return;
    const observer = new ResizeObserver(tell);
    observer.observe(box);
    return () => observer.disconnect();
  });

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    if (newest) preview.dismiss();
    else if (greeting) void session.rest.peek()?.cancelGreeting(greeting);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is for whatever is in it
    <div class="natter notices" lang={words.language} dir={words.direction} onKeyDown={onKeyDown}>
      <div ref={body}>
        {newest ? (
          <>
            <Preview said={newest} onDismiss={preview.dismiss} />
            <Reply />
          </>
        ) : (
          greeting &&
          rich && (
            <rich.GreetingShown key={greeting.uniqueId} greeting={greeting}>
              {greeting.content.kind === 'message' && <Reply />}
            </rich.GreetingShown>
          )
        )}
      </div>
    </div>
  );
}
