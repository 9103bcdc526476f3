import { useLayoutEffect, useRef } from 'preact/hooks';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { Stage } from './Stage';
import { useSteps } from './use-steps';
import { useWayBack } from './use-way-back';
import { useWholePage } from './use-whole-page';
import { useZoom } from './use-zoom';
import { ViewerBar } from './ViewerBar';
import type { Viewed } from './viewed';

/** Pictures, as large as the page. In the topmost layer of the browser, which takes the focus and gives it back. */
export function Viewer({ viewed: { pictures, at } }: { readonly viewed: Viewed }) {
  const { host, words } = useUi();
  const { viewed, holdTab } = useOwnRest();
  const dialog = useRef<HTMLDialogElement>(null);
  const zoom = useZoom();
  const { index, step } = useSteps(pictures.length, at, () => zoom.fit());
  const picture = pictures[index];
  const close = () => {
    viewed.value = undefined;
  };
  useWayBack(host.isFullScreen.peek(), close);
  useWholePage();
  const isOpen = useValue(() => host.isOpen.value);

  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    current?.querySelector<HTMLElement>('.viewer-close')?.focus();
    return () => current?.close();
  }, []);
  useLayoutEffect(() => {
    if (!isOpen) close();
  }, [isOpen]);

  const onward = words.direction === 'rtl' ? -1 : 1;
  const keys: Readonly<Record<string, () => void>> = {
    Escape: close,
    ArrowRight: () => step(onward),
    ArrowLeft: () => step(-onward),
    '+': zoom.grow,
    '=': zoom.grow,
    '-': zoom.shrink,
    '0': zoom.fit,
  };

  function onKeyDown(event: KeyboardEvent): void {
    const key = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (key) {
      event.preventDefault();
      key();
    } else {
      holdTab(event, dialog.current);
    }
  }

  if (!picture) return null;
  return (
    <dialog class="viewer" ref={dialog} aria-label={words.t('viewer.title')} onKeyDown={onKeyDown} onCancel={close}>
      <ViewerBar picture={picture} index={index} total={pictures.length} zoom={zoom} onClose={close} />
      <Stage picture={picture} zoom={zoom} step={pictures.length > 1 ? step : undefined} onward={onward} />
    </dialog>
  );
}
