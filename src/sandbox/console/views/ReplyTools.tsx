import { useRef } from 'preact/hooks';
import { SAMPLES } from '../samples';
import type { ConsoleState } from '../state';
import { Menu } from './Menu';

interface Props {
  readonly state: ConsoleState;
  readonly chatId: string;
  /** A supervisor who is hidden cannot say anything to the customer. */
  readonly isAlwaysPrivate: boolean;
}

/** Beside the text: to whom it goes, and what else can be sent. */
export function ReplyTools({ state, chatId, isAlwaysPrivate }: Props) {
  const file = useRef<HTMLInputElement>(null);
  const isOff = state.connection.value.kind !== 'online';
  const isPrivate = state.privately.value.has(chatId);

  async function sendSample(id: string): Promise<void> {
    const sample = SAMPLES.find((each) => each.id === id);
    if (sample) await state.sendEvent(chatId, await sample.make(state));
  }

  function sendFiles(field: HTMLInputElement) {
    for (const each of field.files ?? []) void state.quietly(state.sendFile(chatId, each));
    field.value = '';
  }

  return (
    <div class="reply-tools">
      <button type="button" disabled={isOff} onClick={() => file.current?.click()}>
        Attach a file
      </button>
      <input
        ref={file}
        type="file"
        class="for-ears"
        aria-label="File to send"
        tabIndex={-1}
        multiple={true}
        onChange={(event) => sendFiles(event.currentTarget)}
      />
      <Menu
        label="Send a sample"
        name="Samples"
        isOff={isOff}
        opensUp={true}
        load={() => Promise.resolve([{ title: 'Samples', items: SAMPLES }])}
        onChoose={(id) => void state.quietly(sendSample(id))}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={isPrivate}
          disabled={isAlwaysPrivate}
          onChange={(event) => state.setPrivate(chatId, event.currentTarget.checked)}
        />
        Only for agents
      </label>
    </div>
  );
}
