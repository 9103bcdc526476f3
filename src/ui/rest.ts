import { signal } from '@preact/signals-core';
import { createAnnouncer } from './announcer/announcer';
import { follow } from './announcer/follow';
import { Above } from './composer/Above';
import { Attach } from './composer/Attach';
import { isClosed, placeholderFor } from './composer/placeholder';
import { RoomHint } from './composer/RoomHint';
import { Body } from './content/Body';
import { beginWhen } from './content/begin-when';
import { createParts } from './content/parts';
import { useGreeting } from './greeting/GreetingPlace';
import { HeaderTools } from './header/HeaderTools';
import { Photo } from './header/Photo';
import { Subtitle } from './header/Subtitle';
import { enRest } from './i18n/en-rest';
import { sizeIn } from './i18n/size-in';
import { systemNoteParts } from './i18n/system-note';
import { addIcons } from './icons/Icon';
import { restPaths } from './icons/rest-paths';
import { createMomentOpener } from './moments/fetch';
import type { Question, Rest } from './rest-contract';
import { safeUrl } from './text/safe-url';
import { TextBody } from './text/TextBody';
import { arrange } from './timeline/arrange';
import { DeliveryNote } from './timeline/DeliveryNote';
import { fetchLogWork } from './timeline/fetch';
import { HistoryEdge } from './timeline/HistoryEdge';
import { createHistory } from './timeline/history';
import { LogNote } from './timeline/LogNote';
import { NewMessages } from './timeline/NewMessages';
import { Separator } from './timeline/Separator';
import { SystemText } from './timeline/SystemText';
import { createStretch } from './timeline/stretch';
import { Tail } from './timeline/Tail';
import { Undelivered } from './timeline/Undelivered';
import { Welcome } from './timeline/Welcome';
import { createWalk } from './timeline/walk';
import type { Ui } from './ui-context';
import { createUploads } from './uploads/uploads';
import type { Viewed } from './viewer/viewed';
import { ConnectionNotice } from './window/ConnectionNotice';
import { Crash } from './window/Crash';
import { Dialog } from './window/Dialog';
import { DialogFrame } from './window/DialogFrame';
import { hushTips } from './window/escape';
import { useFocusHandover } from './window/focus-handover';
import { holdTab } from './window/hold-tab';
import { followToday } from './window/today';
import { useIsOffline } from './window/use-is-offline';

export { restStyles } from './theme/rest-styles';

/** Begins what the window does besides showing and sending. */
export function beginRest(ui: Ui): Rest {
  ui.words.add(enRest);
  addIcons(restPaths);
  const announcer = createAnnouncer(ui.clock, ui.regions);
  const parts = createParts(ui);
  const log = fetchLogWork(arrange(ui.session, ui.clock), parts);
  const stretch = createStretch(ui, log.rows);
  const walk = createWalk(ui, stretch, log);
  const history = createHistory(ui, announcer);
  const uploads = createUploads(ui.session, ui.words, announcer);
  const stopFollowing = follow({ ...ui, announcer, walk });
  const stopToday = followToday(ui);
  const { chat, rest } = ui.session;
  const stopNotices = beginWhen(() => chat.value.state === 'active' || rest.value?.greeting.value, parts.notices);
  const stopHome = beginWhen(() => rest.value?.rules.value.home, parts.home);
  const moments = createMomentOpener(parts);
  return {
    items: stretch.rows,
    parts,
    asked: signal<Question>('end'),
    moreChoices: signal([]),
    ownPhoto: signal(undefined),
    isHome: signal(false),
    uploads,
    viewed: signal<Viewed | undefined>(undefined),
    announcer,
    walk,
    placeholderFor,
    isClosed,
    hushTips,
    safeUrl: (raw, use) => safeUrl(raw, use, ui.session.rest.value?.serviceOrigin),
    sizeIn,
    systemNoteParts,
    holdTab,
    useFocusHandover,
    useIsOffline,
    useGreeting,
    openMoment: (moment) => moments.open(moment),
    loadOlder: history.loadOlder,
    Above,
    Attach,
    Body,
    ConnectionNotice,
    Crash,
    DeliveryNote,
    Dialog,
    DialogFrame,
    HeaderTools,
    HistoryEdge,
    LogNote,
    NewMessages,
    Photo,
    RoomHint,
    Separator,
    Subtitle,
    SystemText,
    Tail,
    TextBody,
    Undelivered,
    Welcome,
    stop() {
      for (const stop of [stopFollowing, stopToday, stopNotices, stopHome]) stop();
      for (const piece of [moments, history, uploads, walk, stretch, log, announcer, parts]) piece.stop();
    },
  };
}
