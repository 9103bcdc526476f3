import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { useOwnRest, useUi } from '../ui-context';
import { filesOf, pastedFiles } from '../uploads/given-files';
import { insertText } from './insert-text';

/** What is dropped on the window, or pasted into it. The answer: files hang over it. */
export function useGifts(inWindow: RefObject<Element | null>): boolean {
  const { focus } = useUi();
  const { uploads, parts } = useOwnRest();
  const [isOver, setOver] = useState(false);

  useLayoutEffect(() => {
    const window = inWindow.current?.closest<HTMLElement>('.window');
    if (!window) return undefined;
    const field = inWindow.current?.closest('.field');
    const over = new AbortController();
    const on = <T extends Event>(type: string, heard: (event: T) => void, at: Element = window) =>
      at.addEventListener(type, heard as EventListener, { signal: over.signal });
    const carries = ({ dataTransfer }: DragEvent, type: string) => dataTransfer?.types.includes(type) ?? false;

    function onDragOver(event: DragEvent): void {
      if (isField(event.target) && !carries(event, 'Files')) return;
      // Whatever is let go here does not become the page.
      event.preventDefault();
      if (!carries(event, 'Files')) return;
      parts.files.load();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    }
    on<DragEvent>('dragenter', onDragOver);
    on<DragEvent>('dragover', onDragOver);
    on<DragEvent>('dragleave', (event) => {
      if (!window.contains(event.relatedTarget as Node | null)) setOver(false);
    });
    on<DragEvent>('drop', (event) => {
      setOver(false);
      const given = event.dataTransfer;
      if (!given || (isField(event.target) && !carries(event, 'Files'))) return;
      event.preventDefault();
      const files = filesOf(given);
      const text = given.getData('text/plain');
      if (files.length > 0) uploads.add(files);
      else if (text && focus.composer.current) insertText(focus.composer.current, text);
    });
    on<ClipboardEvent>('paste', (event) => {
      if (isField(event.target) && event.target !== focus.composer.current) return;
      const files = event.clipboardData ? pastedFiles(event.clipboardData) : [];
      if (files.length === 0) return;
      event.preventDefault();
      uploads.add(files, 'held');
    });
    if (field) {
      // The composer has decided that this key sends: what is held goes along.
      on<KeyboardEvent>(
        'keydown',
        (event) => event.key === 'Enter' && event.defaultPrevented && uploads.confirm(),
        field,
      );
      on<MouseEvent>('click', (event) => (event.target as Element).closest('.send') && uploads.confirm(), field);
    }
    return () => over.abort();
  }, []);

  return isOver;
}

function isField(target: EventTarget | null): boolean {
  return (target as Element | null)?.matches?.('input,textarea') ?? false;
}
