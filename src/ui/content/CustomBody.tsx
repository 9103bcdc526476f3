import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CustomEvent } from '../../domain';
import type { CustomView } from '../contract';
import { useOwnRest, useUi } from '../ui-context';

/** A custom event as somebody who knows it wants it shown. A description is drawn as ours; text in it stays text. */
export function CustomBody({ content: { content } }: { readonly content: CustomEvent }) {
  const view = useUi().host.customViews?.(content);
  if (!view) return null;
  return 'element' in view ? <Theirs element={view.element} /> : <Described view={view} />;
}

function Described({
  view: { title, text, links = [] },
}: {
  readonly view: Exclude<CustomView, { element: unknown }>;
}) {
  const { TextBody } = useOwnRest();
  return (
    <div class="custom">
      {title && (
        <p class="custom-title" dir="auto">
          {title}
        </p>
      )}
      {text && (
        <p dir="auto">
          <TextBody text={text} />
        </p>
      )}
      {links.map(({ text: name, url }, index) => (
        <CustomLink key={`${index} ${url}`} name={name} url={url} />
      ))}
    </div>
  );
}

/** An address that we would not open is shown as text. */
function CustomLink({ name, url }: { readonly name: string; readonly url: string }) {
  const { words } = useUi();
  const safe = useOwnRest().safeUrl(url, 'link');
  if (!safe) return <p dir="auto">{name}</p>;
  return (
    <a
      class="custom-link"
      href={safe.href}
      target="_blank"
      rel="noopener noreferrer nofollow ugc"
      tabIndex={-1}
      dir="auto"
    >
      {name}
      {safe.host && <bdi> ({safe.host})</bdi>}
      <span class="unseen"> ({words.t('common.new_tab')})</span>
    </a>
  );
}

/** Somebody else's element, made for this one place. It goes and comes with its row. */
function Theirs({ element }: { readonly element: HTMLElement }) {
  const { scroll } = useUi();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    place.current?.replaceChildren(element);
    scroll.keep();
  }, [element]);
  return <div class="custom" ref={place} />;
}
