import { useState } from 'preact/hooks';
import type { Chat } from '../model';
import type { ConsoleState } from '../state';

/** Of the last thread. Only agents ever see them. */
export function Tags({ state, chat }: { state: ConsoleState; chat: Chat }) {
  const [text, setText] = useState('');
  const { actions, quietly } = state;

  function add(event: Event) {
    event.preventDefault();
    const tag = text.trim();
    if (!tag) return;
    setText('');
    void quietly(actions.tag(chat.id, chat.threadId, tag));
  }

  return (
    <>
      <h3 id="tags-title">Tags</h3>
      <ul class="tags" aria-labelledby="tags-title">
        {chat.tags.map((tag) => (
          <li key={tag} class="mark is-tag">
            <span dir="auto">{tag}</span>
            <button
              type="button"
              class="link"
              aria-label={`Remove the tag ${tag}`}
              onClick={() => void quietly(actions.untag(chat.id, chat.threadId, tag))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <form class="one-line" onSubmit={add}>
        <input
          type="text"
          aria-label="New tag"
          placeholder="New tag"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit">Add tag</button>
      </form>
    </>
  );
}
