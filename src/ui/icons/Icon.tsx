import type { filePaths } from './file-paths';
import type { formPaths } from './form-paths';
import type { homePaths } from './home-paths';
import type { optionPaths } from './option-paths';
import type { restPaths } from './rest-paths';
import type { richPaths } from './rich-paths';

const paths = {
  minimize: 'M6 9.5l6 6 6-6',
  send: 'M12 19V5.5M6 11l6-6 6 6',
  sending: 'M12 7.5V12l3 2M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16z',
  sent: 'M5.5 12.5l4.5 4.5 9-10',
  seen: 'M2.5 12.5L7 17l8.5-9.5M12 16l1 1 8.5-9.5',
  failed: 'M12 8v5M12 16.2v.01M12 3.8a8.2 8.2 0 1 1 0 16.4 8.2 8.2 0 0 1 0-16.4z',
  chat: 'M5 18.5V7.6A2.6 2.6 0 0 1 7.6 5h8.8A2.6 2.6 0 0 1 19 7.6v5.8a2.6 2.6 0 0 1-2.6 2.6H8.5z',
};
export type IconName = keyof (typeof paths &
  typeof restPaths &
  typeof richPaths &
  typeof formPaths &
  typeof filePaths &
  typeof homePaths &
  typeof optionPaths);

/** Icons that came later. */
export function addIcons(more: Partial<Record<IconName, string>>): void {
  Object.assign(paths, more);
}

/** Drawn in the colour of the text. Says nothing: the name is on what it stands in. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={(paths as Partial<Record<IconName, string>>)[name]} />
    </svg>
  );
}
