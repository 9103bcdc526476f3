import { readText } from '../read';
import type { LineHost } from '../window/host';

declare const __VERSION__: string;

/** What a page may have put in place of the browser's own. */
const NATIVE = ['fetch', 'open', 'setTimeout', 'addEventListener', 'postMessage'] as const;

/**
 * For whoever helps a page over the telephone: how things are, and nothing that anybody wrote or is called. Printed, or
 * with `{ prettyPrint: false }` only kept in `LiveChatWidget.diagnosis`, line by line.
 */
export function diagnose(host: LineHost, options: unknown): void {
  const lines = describe(host);
  Object.assign(host.globals.LiveChatWidget ?? {}, { diagnosis: lines });
  if ((Object(options) as { prettyPrint?: unknown }).prettyPrint === false) return;
  console.log(
    [
      '[LiveChatWidget] diagnosis',
      ...lines.map(({ msg, isNotStandard }) => `${isNotStandard ? '! ' : '  '}${msg}`),
    ].join('\n'),
  );
}

interface Line {
  readonly msg: string;
  readonly isNotStandard?: boolean;
}

function describe({ settings, configuration, mirror, visibility, box, calls }: LineHost): Line[] {
  const [kind, account] = settings.account;
  const { availability, isReady = false } = mirror.current;
  const { given } = settings;
  const frame = box.querySelector('iframe');
  const changed = NATIVE.filter((name) => !/\[native code\]/.test(Function.prototype.toString.call(window[name])));
  const isJsonChanged = [JSON.parse, JSON.stringify].some(
    (each) => !/\[native code\]/.test(Function.prototype.toString.call(each)),
  );
  return [
    { msg: `version: ${__VERSION__}` },
    { msg: `${kind}: ${account}; region: ${readText(given['region']) ?? 'as the service says'}` },
    { msg: `group: ${configuration?.groupId ?? settings.group ?? 'default'}` },
    { msg: `a customer of its own in each group: ${given['chat_between_groups'] === false}` },
    { msg: `customers of the page: ${given['custom_identity_provider'] !== undefined}` },
    { msg: `language: ${configuration?.language ?? 'not known yet'}` },
    { msg: `service: ${configuration?.apiUrl ?? 'has not answered'}`, isNotStandard: !configuration },
    { msg: `availability: ${availability}` },
    { msg: `visibility: ${visibility.current}`, isNotStandard: visibility.current === 'hidden' },
    { msg: `app: ${box.dataset['app'] ?? 'not needed yet'}; logged in: ${isReady}` },
    // Names alone: what they carry is somebody's.
    { msg: `asked by the page, and waiting for the chat: ${calls.map(([name]) => name).join(', ') || 'nothing'}` },
    { msg: `the style of our box was changed: ${box.hasAttribute('style')}`, isNotStandard: box.hasAttribute('style') },
    { msg: `the style of our frame was changed: ${frame?.hasAttribute('style') ?? false}` },
    {
      msg: `changed by the page: ${[...changed, ...(isJsonChanged ? ['JSON'] : [])].join(', ') || 'nothing'}`,
      isNotStandard: changed.length > 0 || isJsonChanged,
    },
  ];
}
