import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { IconButton } from '../header/IconButton';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { EmojiButton } from './EmojiButton';
import { useGifts } from './use-gifts';

/** What is put into a message besides what is typed. There as soon as it can be sent. */
export function Attach() {
  const { session } = useUi();
  const { placeholderFor, isClosed } = useOwnRest();
  const canSend = useValue(() => session.rest.value !== undefined && !isClosed(placeholderFor(session)));
  return canSend ? <Tools /> : null;
}

function Tools() {
  const { words } = useUi();
  const { parts, uploads, sizeIn } = useOwnRest();
  const files = useRef<HTMLInputElement>(null);
  const photo = useRef<HTMLInputElement>(null);
  const isOver = useGifts(files);
  const part = useValue(() => parts.files.part.value);

  function choose(input: RefObject<HTMLInputElement | null>): void {
    parts.files.load();
    input.current?.click();
  }

  return (
    <>
      <IconButton
        icon="attach"
        class="attach"
        name={words.t('composer.attach')}
        aria-description={words.t('composer.attach_limit', { limit: sizeIn(words.language, uploads.mostBytes) })}
        onClick={() => choose(files)}
      />
      <FileInput name={words.t('composer.attach')} input={files} multiple />
      <IconButton icon="camera" class="camera" name={words.t('composer.attach_photo')} onClick={() => choose(photo)} />
      <FileInput name={words.t('composer.attach_photo')} input={photo} accept="image/*" capture="environment" />
      <EmojiButton />
      {isOver && part && <part.DropZone />}
    </>
  );
}

interface FileInputProps {
  readonly name: string;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly multiple?: boolean;
  readonly accept?: string;
  readonly capture?: 'environment';
}

function FileInput({ name, input, ...how }: FileInputProps) {
  const { uploads } = useOwnRest();
  return (
    <input
      {...how}
      type="file"
      hidden
      ref={input}
      aria-label={name}
      onChange={({ currentTarget }) => {
        uploads.add([...(currentTarget.files ?? [])]);
        // The same file may be chosen again.
        currentTarget.value = '';
      }}
    />
  );
}
