// @vitest-environment jsdom
import { options } from 'preact';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { showState } from './stage';
import { states } from './states';
import { readSwitches } from './switches';

/** States that begin with files, which there are only in a browser, and what they alone show. */
const WITH_FILES = ['uploads-going', 'uploads-refused', 'drop-zone'];
const SHOWN_WITH_FILES = ['DropZone', 'UploadList', 'UploadRow', 'Thumb'];

/** `page-leaving` asks once a frame has had the focus, which it takes only in a browser. */
const SHOWN_WITH_FOCUS = ['Leave'];

const modules = import.meta.glob<Readonly<Record<string, unknown>>>('../../src/ui/**/*.tsx', { eager: true });
const components = Object.values(modules)
  .flatMap((module) => Object.entries(module))
  .filter(([name, value]) => typeof value === 'function' && /^[A-Z]/.test(name))
  .map(([name]) => name);

const drawn = new Set<string>();

beforeAll(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const before = options.vnode;
  // Nobody looks.
  const soon = (task: () => void) => setTimeout(task) as unknown as number;
  vi.stubGlobal('requestAnimationFrame', soon);
  vi.stubGlobal('requestIdleCallback', soon);
  options.vnode = (node) => {
    if (typeof node.type === 'function') drawn.add(node.type.name);
    before?.(node);
  };
});
afterAll(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('draws each component of the window in some state', async () => {
  for (const state of Object.keys(states).filter((name) => !WITH_FILES.includes(name))) {
    const root = document.body.appendChild(document.createElement('div'));
    const stop = await showState(root, state, readSwitches(new URLSearchParams()));
    stop();
    root.remove();
  }
  const known = [...drawn, ...SHOWN_WITH_FILES, ...SHOWN_WITH_FOCUS];
  expect(components.filter((name) => !known.includes(name))).toEqual([]);
}, 60_000);
