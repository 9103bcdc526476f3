import { contents } from './contents';
import { shortTalk } from './conversation';
import type { Stage } from './setting';
import { until } from './until';

const PAGE_HAS_MS = 15_000;

type AfterDrawing = (stage: Stage) => () => void | Promise<void>;

/** What lies over the log, or comes when somebody presses something. */
const opens =
  (state: string, key: Parameters<Stage['press']>[0]): AfterDrawing =>
  (stage) => {
    contents[state]?.(stage);
    return () => stage.press(key);
  };

async function openPage(stage: Stage): Promise<HTMLElement | null> {
  const find = () => document.querySelector<HTMLElement>('.moment iframe');
  await stage.press('Pick a new slot');
  await until(find);
  return find();
}

function gives(...files: readonly File[]): AfterDrawing {
  return (stage) => {
    contents['uploads']?.(stage);
    return () => {
      const field = document.querySelector<HTMLInputElement>('input[type=file]');
      if (!field) return;
      const data = new DataTransfer();
      for (const file of files) data.items.add(file);
      field.files = data.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    };
  };
}

const text = (name: string, size = 900) => new File(['x'.repeat(size)], name, { type: 'text/plain' });

export const layers: Readonly<Record<string, AfterDrawing>> = {
  emoji: opens('files', 'composer.emoji'),
  'picture-viewer': opens('files', 'file.open_image'),
  'page-in-window': opens('card', 'Pick a new slot'),
  'page-leaving': (stage) => {
    contents['card']?.(stage);
    return async () => {
      const frame = await openPage(stage);
      // As if somebody had entered something.
      frame?.focus();
      dispatchEvent(new Event('blur'));
      await new Promise(requestAnimationFrame);
      document.querySelector<HTMLElement>('.moment button')?.click();
    };
  },
  'page-late': (stage) => {
    contents['card']?.(stage);
    const { clock } = stage;
    const { after } = clock;
    // As if the time that a page has were over, and nothing had come.
    Object.assign(clock, { after: (ms: number, task: () => void) => after(ms === PAGE_HAS_MS ? 0 : ms, task) });
    document.addEventListener(
      'load',
      (event) => {
        if (event.target instanceof HTMLIFrameElement) event.stopImmediatePropagation();
      },
      { capture: true },
    );
    return async () => {
      const frame = await openPage(stage);
      frame?.setAttribute('src', 'about:blank');
      await until(() => document.querySelector('.moment-late'));
    };
  },
  'uploads-going': gives(text('serial.txt'), text('x-refused.txt'), text('a-third-file.txt')),
  'uploads-refused': gives(text('empty.txt', 0), new File(['MZ'], 'setup.exe', { type: 'application/x-msdownload' })),
  'drop-zone': (stage) => {
    stage.session.rest.value = stage.session.fakeRest;
    stage.session.timeline.items.value = shortTalk(stage.clock.now());
    return () => {
      const data = new DataTransfer();
      data.items.add(text('serial.txt'));
      const event = new DragEvent('dragenter', { bubbles: true, dataTransfer: data });
      document.querySelector('[role=log]')?.dispatchEvent(event);
    };
  },
};
