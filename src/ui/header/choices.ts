import type { Question } from '../rest-contract';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import type { Choice } from './choice';

/** What can be done with a chat besides writing. */
export function useChoices(): readonly Choice[] {
  const { session, words } = useUi();
  const { asked, moreChoices } = useOwnRest();
  const more = useValue(() => moreChoices.value);
  const hasRest = useValue(() => session.rest.value !== undefined);
  const score = useValue(() => session.rest.value?.rating.value.score);
  const email = useValue(() => session.rest.value?.transcriptEmail.value);
  const isMuted = useValue(() => session.rest.value?.isMuted.value);
  const ask = (question: Question) => () => {
    asked.value = question;
  };
  const end: Choice = { icon: 'exit', text: words.t('window.menu_end'), choose: ask('end') };
  if (!hasRest) return [end];
  return [
    {
      icon: score === 'bad' ? 'bad' : 'good',
      text: words.t('window.menu_rate'),
      note: score && words.t(score === 'good' ? 'window.menu_rated_good' : 'window.menu_rated_bad'),
      choose: ask('rating'),
    },
    { icon: 'transcript', text: words.t('window.menu_transcript'), note: email, choose: ask('transcript') },
    {
      icon: isMuted ? 'muted' : 'sound',
      text: words.t('window.menu_sound'),
      note: words.t(isMuted ? 'window.sound_off' : 'window.sound_on'),
      choose: () => session.rest.peek()?.mute(!isMuted),
      isDone: true,
    },
    ...more,
    end,
  ];
}
