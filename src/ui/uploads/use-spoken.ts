import { useEffect } from 'preact/hooks';
import { useOwnRest, useUi } from '../ui-context';
import type { Upload } from './uploads';

/** Says what one would else have to look at: why a file is not sent, and now and then how far it has come. */
export function useSpoken({ name, part, state }: Upload, problem: string | undefined): void {
  const { words } = useUi();
  const { announcer } = useOwnRest();
  const half = state === 'sending' ? Math.floor(part * 2) / 2 : undefined;
  useEffect(() => {
    // The end of it is told by who sent it.
    if (half === undefined || half === 1) return;
    const percent = half.toLocaleString(words.language, { style: 'percent' });
    announcer.say(words.t('file.progress', { name, percent }));
  }, [half]);
  useEffect(() => {
    if (problem && state !== 'failed') announcer.alert(problem);
  }, [problem]);
}
