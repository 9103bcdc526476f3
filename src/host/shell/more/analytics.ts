import { readFields } from '../read';
import type { LineHost } from '../window/host';
import { attempt } from './attempt';
import { createHearing } from './hearing';

const CATEGORY = 'LiveChat';
const FILLED: Readonly<Record<string, string>> = {
  prechat: 'Pre-chat survey filled in',
  postchat: 'Post-chat survey filled in',
  ticket: 'Ticket form filled in',
};

/** What the page has of its analytics. */
interface Trackers {
  readonly gtag?: unknown;
  readonly dataLayer?: unknown;
  readonly ga?: unknown;
  readonly _gaq?: unknown;
}

/**
 * Tells the page's own analytics what happens in the chat, under the names on which people have built their goals, if the
 * account wants that: `integrations.analytics` of `get_configuration`, Customer Chat API v3.6. Nothing that anybody wrote.
 * `status`: the customer's, when the account said so; this here may come later than the first message.
 */
export function tellAnalytics(host: LineHost, configuration: unknown, status: unknown): void {
  const { settings, mirror } = host;
  const { analytics } = readFields(readFields(configuration)['integrations']);
  if (!analytics || started.has(host)) return;
  started.add(host);
  const group = host.configuration?.groupId ?? settings.group;
  const label = group === undefined ? '(no group)' : `Group ID: ${group}`;
  let isChatting = hasBegun(status);

  const tell = (action: string, what = label, isQuiet = false) =>
    send(window as Trackers, settings.given, action, what, isQuiet);

  function follow(now: unknown): void {
    const wasChatting = isChatting;
    isChatting = hasBegun(now);
    if (isChatting && !wasChatting) tell('Chat');
  }

  follow(mirror.current.customer.status);
  createHearing(host).onEvent((name, payload) => {
    const told = readFields(payload);
    const greeting = told['greeting'] === undefined ? undefined : readFields(told['greeting']);
    if (name === 'customer_status_changed') follow(told['status']);
    else if (name === 'new_event' && greeting) tell('Automated greeting', label, true);
    else if (name === 'form_submitted') {
      const action = FILLED[String(told['type'])];
      if (action) tell(action);
    } else if (name === 'rich_message_button_clicked' && greeting) {
      tell('Rich greeting button clicked', `${String(told['postbackId'])}, greeting ID: ${String(greeting['id'])}`);
    }
  });
}

/** Whoever waits in line has begun a chat, too. */
const hasBegun = (status: unknown) => status === 'chatting' || status === 'queued';

const started = new WeakSet<LineHost>();

/** To one of them: the one that the page names in `ga_version`, or the newest that is there. */
function send(
  { gtag, dataLayer, ga, _gaq }: Trackers,
  given: Readonly<Record<string, unknown>>,
  action: string,
  label: string,
  isQuiet: boolean,
): void {
  const named = given['ga_version'];
  const is = (flavour: string, isThere: boolean) => isThere && (named === undefined || named === flavour);
  if (is('gtag', typeof gtag === 'function')) {
    attempt(gtag, 'event', action, { event_category: CATEGORY, event_label: label, non_interaction: isQuiet });
  } else if (is('gtm', Array.isArray(dataLayer)) && !given['ga_omit_gtm']) {
    (dataLayer as object[]).push({
      event: CATEGORY,
      eventCategory: CATEGORY,
      eventAction: action,
      eventLabel: label,
      nonInteraction: isQuiet,
    });
  } else if (is('ga', typeof ga === 'function')) {
    attempt(ga, 'send', 'event', CATEGORY, action, label, { nonInteraction: isQuiet });
  } else if (is('gaq', Array.isArray(_gaq))) {
    (_gaq as unknown[]).push(['_trackEvent', CATEGORY, action, label, undefined, isQuiet]);
  }
}
