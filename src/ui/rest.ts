import { signal } from '@preact/signals-core';
import { createAnnouncer } from './announcer/announcer';
import { follow } from './announcer/follow';
import { Above } from './composer/Above';
import { Attach } from './composer/Attach';
import { roomFor } from './composer/length';
import { isClosed, placeholderFor } from './composer/placeholder';
import { RoomHint } from './composer/RoomHint';
import { Body } from './content/Body';
import { createParts } from './content/parts';
import { OptionsMenu } from './header/OptionsMenu';
import { Photo } from './header/Photo';
import { enRest } from './i18n/en-rest';
import { addIcons } from './icons/Icon';
import { restPaths } from './icons/rest-paths';
import type { Question, Rest } from './rest-contract';
import { safeUrl } from './text/safe-url';
import { TextBody } from './text/TextBody';
import { createAnchor } from './timeline/anchor';
import { arrange } from './timeline/arrange';
import { DeliveryNote } from './timeline/DeliveryNote';
import { HistoryEdge } from './timeline/HistoryEdge';
import { createHistory } from './timeline/history';
import { LogNote } from './timeline/LogNote';
import { NewMessages } from './timeline/NewMessages';
import { SystemText } from './timeline/SystemText';
import { Tail } from './timeline/Tail';
import { TimeAside } from './timeline/TimeAside';
import { Undelivered } from './timeline/Undelivered';
import { Welcome } from './timeline/Welcome';
import { createWalk } from './timeline/walk';
import type { Ui } from './ui-context';
import { createUploads } from './uploads/uploads';
import { ConnectionNotice } from './window/ConnectionNotice';
import { Crash } from './window/Crash';
import { Dialog } from './window/Dialog';
import { DialogFrame } from './window/DialogFrame';
import { hushTips } from './window/escape';
import { useFocusHandover } from './window/focus-handover';
import { followToday } from './window/today';

export { restStyles } from './theme/rest-styles';

/** Begins what the window does besides showing and sending. */
export function beginRest(ui: Ui): Rest {
  ui.words.add(enRest);
  addIcons(restPaths);
  ui.scroll.hold(createAnchor());
  const announcer = createAnnouncer(ui.clock, ui.regions);
  const parts = createParts(ui);
  const walk = createWalk(ui);
  const history = createHistory(ui, announcer);
  const stopFollowing = follow({ ...ui, announcer, walk });
  const stopToday = followToday(ui);
  return {
    items: arrange(ui.session, ui.clock),
    parts,
    asked: signal<Question>('end'),
    uploads: createUploads(ui.session, ui.words, announcer),
    announcer,
    walk,
    placeholderFor,
    isClosed,
    roomFor,
    hushTips,
    safeUrl,
    useFocusHandover,
    loadOlder: history.loadOlder,
    Above,
    Attach,
    Body,
    ConnectionNotice,
    Crash,
    DeliveryNote,
    Dialog,
    DialogFrame,
    HistoryEdge,
    LogNote,
    NewMessages,
    OptionsMenu,
    Photo,
    RoomHint,
    SystemText,
    Tail,
    TextBody,
    TimeAside,
    Undelivered,
    Welcome,
    stop() {
      stopFollowing();
      stopToday();
      history.stop();
      walk.stop();
      announcer.stop();
      parts.stop();
    },
  };
}
