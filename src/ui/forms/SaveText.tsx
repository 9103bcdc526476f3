import { useOwnRest, useUi } from '../ui-context';
import { saveText, transcriptText } from './transcript-text';

/** The conversation as a text file, made in the browser. */
export function SaveText() {
  const { session, words, clock } = useUi();
  const { systemNoteParts } = useOwnRest();

  function save(): void {
    const now = clock.now();
    saveText(
      transcriptText(session, words, now, systemNoteParts),
      `chat-${new Date(now).toISOString().slice(0, 10)}.txt`,
    );
  }

  return (
    <button type="button" class="text-button" onClick={save}>
      {words.t('transcript.download')}
    </button>
  );
}
