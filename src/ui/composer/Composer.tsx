import { useState } from 'preact/hooks';
import { IconButton } from '../header/IconButton';
import { useRest, useUi } from '../ui-context';
import { useValue } from '../use-value';

import { isCoarse } from '../window/focus';
import { createEnterRule } from './enter';

/** Where one writes. Takes text in every state of the line; what is typed is never lost. */
export function Composer() {
  const { session, words, focus, scroll, rest: later } = useUi();
  const [enter] = useState(() => createEnterRule(isCoarse));
  const rest = useRest();
  const text = useValue(() => session.draft.text.value);
  const placeholder = useValue(() => later.part.value?.placeholderFor(session)) ?? 'composer.placeholder';
  const isClosed = rest?.isClosed(placeholder);
  const isVain = (typed: string) => isClosed || !typed.trim();
  const hasHeld = useValue(() => later.part.value?.uploads.hasHeld.value);

  function send(): void {
    // Not what was drawn: a key that types and one that sends may come before the next drawing.
    const typed = session.draft.text.peek();
    if (isVain(typed)) return;
    // Whoever sends wants to see it arrive.
    scroll.toEnd();
    session.send(typed);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!enter.sends(event)) return;
    event.preventDefault();
    send();
  }

  return (
    <div class="composer">
      {rest && <rest.Above />}
      <div class="field">
        {rest && <rest.Attach />}
        {/* The copy of the text in the attribute makes the field as high as what is in it. */}
        <div class="grow" data-text={text}>
          <textarea
            class="text"
            ref={focus.composer}
            rows={1}
            dir={text ? 'auto' : undefined}
            value={text}
            placeholder={words.t(placeholder)}
            readOnly={isClosed}
            aria-label={words.t('composer.label')}
            enterkeyhint={isCoarse() ? 'enter' : 'send'}
            onInput={(event) => session.draft.set(event.currentTarget.value)}
            onCompositionEnd={enter.onCompositionEnd}
            onKeyDown={onKeyDown}
          />
        </div>
        <IconButton
          icon="send"
          class="send"
          name={words.t('composer.send')}
          aria-disabled={isVain(text) && !hasHeld}
          // The focus, and with it the keyboard of a phone, stays where one writes.
          onMouseDown={(event: MouseEvent) => event.preventDefault()}
          onClick={() => {
            send();
            if (!isCoarse()) focus.toComposer();
          }}
        />
      </div>
      {rest && <rest.RoomHint />}
    </div>
  );
}
