const paths = {
  minimize: 'M6 9.5l6 6 6-6',
  options: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  send: 'M12 19V5.5M6 11l6-6 6 6',
  down: 'M12 5v13.5M6 13l6 6 6-6',
  sending: 'M12 7.5V12l3 2M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16z',
  sent: 'M5.5 12.5l4.5 4.5 9-10',
  seen: 'M2.5 12.5L7 17l8.5-9.5M12 16l1 1 8.5-9.5',
  failed: 'M12 8v5M12 16.2v.01M12 3.8a8.2 8.2 0 1 1 0 16.4 8.2 8.2 0 0 1 0-16.4z',
  chat: 'M5 18.5V7.6A2.6 2.6 0 0 1 7.6 5h8.8A2.6 2.6 0 0 1 19 7.6v5.8a2.6 2.6 0 0 1-2.6 2.6H8.5z',
  exit: 'M10 5H6.5A1.5 1.5 0 0 0 5 6.5v11A1.5 1.5 0 0 0 6.5 19H10M15 8.5l3.5 3.5-3.5 3.5M18 12H10',
  offline: 'M5 5l14 14M8.5 14.5a5 5 0 0 1 5-1.3M5.5 11.3a9.3 9.3 0 0 1 4-2.3M13 8.6a9.3 9.3 0 0 1 5.5 2.7M12 18.2v.01',
} as const;
export type IconName = keyof typeof paths;

/** Drawn in the colour of the text. Says nothing: the name is on what it stands in. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
