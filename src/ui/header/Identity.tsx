import { displayName } from '../i18n/names';
import { Icon } from '../icons/Icon';
import { useRest, useUi } from '../ui-context';
import { useValue } from '../use-value';

import { Avatar } from './Avatar';

const MOST_PHOTOS = 3;

/** Who one is talking to; or, while that is nobody yet, whether somebody is there. */
export function Identity({ headingId }: { readonly headingId: string }) {
  const { session, words, focus } = useUi();
  const agents = useValue(() => session.users.agents.value).filter((agent) => agent.isPresent);
  const availability = useValue(() => session.availability.value);
  const rest = useRest();
  const names = agents.map((agent) => displayName(words, agent.name));
  return (
    <div class="identity">
      <span class="photos">
        {agents.slice(0, MOST_PHOTOS).map(({ id, avatarUrl }, index) => (
          <Avatar key={id} name={names[index] as string} url={avatarUrl} />
        ))}
        {!agents[0] && (
          <span class="avatar is-us" aria-hidden="true">
            <Icon name="chat" />
          </span>
        )}
      </span>
      <div class="who">
        <h2 id={headingId} ref={focus.heading} tabIndex={-1}>
          <bdi>{words.list(names) || words.t(titles[availability])}</bdi>
        </h2>
        {rest && <rest.Subtitle />}
      </div>
    </div>
  );
}

const titles = {
  online: 'window.title_online',
  offline: 'window.title_offline',
  unknown: 'window.title',
} as const;
