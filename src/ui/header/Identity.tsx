import { displayName } from '../i18n/names';
import { Icon } from '../icons/Icon';
import { cleanLine } from '../text/clean-line';
import { useUi } from '../ui-context';
import { useValue } from '../use-value';

import { Avatar } from './Avatar';

const MOST_PHOTOS = 3;

/** Who one is talking to; or, while that is nobody yet, whether somebody is there. */
export function Identity({ headingId }: { readonly headingId: string }) {
  const { session, words, focus } = useUi();
  const agents = useValue(() => session.users.agents.value).filter((agent) => agent.isPresent);
  const availability = useValue(() => session.availability.value);
  const names = agents.map((agent) => displayName(words, agent.name));
  const [agent, another] = agents;
  const title = agent && !another && (cleanLine(agent.jobTitle ?? '') || (agent.isBot && words.t('common.bot')));
  return (
    <div class="identity">
      <span class="photos">
        {agents.slice(0, MOST_PHOTOS).map(({ id, avatarUrl }, index) => (
          <Avatar key={id} name={names[index] as string} url={avatarUrl} />
        ))}
        {!agent && (
          <span class="avatar is-us" aria-hidden="true">
            <Icon name="chat" />
          </span>
        )}
      </span>
      <div class="who">
        <h2 id={headingId} ref={focus.heading} tabIndex={-1}>
          <bdi>{words.list(names) || words.t(titles[availability])}</bdi>
        </h2>
        {title && (
          <p class="job-title">
            <bdi>{title}</bdi>
          </p>
        )}
      </div>
    </div>
  );
}

const titles = {
  online: 'window.title_online',
  offline: 'window.title_offline',
  unknown: 'window.title',
} as const;
