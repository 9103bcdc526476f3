import { useRef } from 'preact/hooks';
import { type Chat, isMember } from '../model';
import type { ConsoleState } from '../state';
import { ConfirmDialog } from './ConfirmDialog';
import { TransferMenu } from './TransferMenu';

/** What can be done with a chat as a whole. One thing at a time. */
export function ChatActions({ state, chat }: { state: ConsoleState; chat: Chat }) {
  // Not shown as disabled: a disabled button loses the focus.
  const isBusy = useRef(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const isOff = state.connection.value.kind !== 'online';

  async function run(action: (chatId: string) => Promise<unknown>): Promise<void> {
    if (isBusy.current) return;
    isBusy.current = true;
    await action(chat.id);
    isBusy.current = false;
  }

  if (!chat.isActive) {
    return (
      <div class="chat-actions">
        <button type="button" class="primary" disabled={isOff} onClick={() => void run(state.startAgain)}>
          Start again
        </button>
      </div>
    );
  }

  const isMine = isMember(chat, state.me.id);
  return (
    <div class="chat-actions">
      {/* Keys: a second Enter on Join must not find Leave under it. */}
      {isMine ? (
        <button key="leave" type="button" disabled={isOff} onClick={() => void run(state.leave)}>
          Leave chat
        </button>
      ) : (
        <button key="join" type="button" class="primary" disabled={isOff} onClick={() => void run(state.join)}>
          Join chat
        </button>
      )}
      <TransferMenu
        state={state}
        chat={chat}
        isOff={isOff}
        onChoose={(target) => void run((chatId) => state.transfer(chatId, target))}
      />
      <button type="button" disabled={isOff} onClick={() => dialog.current?.showModal()}>
        Close chat
      </button>
      <ConfirmDialog
        ref={dialog}
        title="Close this chat?"
        text="The customer sees that the chat has ended, and can start it again."
        yes="Close chat"
        no="Keep it open"
        onYes={() => void run(state.close)}
      />
    </div>
  );
}
