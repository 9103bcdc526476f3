import { useId } from 'preact/hooks';
import { useUi } from '../ui-context';
import { TONES, type Tone, toned } from './skin-tone';

interface Props {
  readonly tone: Tone;
  readonly onChange: (tone: Tone) => void;
}

export function ToneChoice({ tone, onChange }: Props) {
  const { words } = useUi();
  const name = `natter-tone-${useId()}`;
  return (
    <fieldset class="tones">
      <legend class="unseen">{words.t('emoji.skin_tone')}</legend>
      {TONES.map((one) => (
        <label key={one} title={words.t(`emoji.tone_${one}`)}>
          <input
            type="radio"
            name={name}
            checked={one === tone}
            aria-label={words.t(`emoji.tone_${one}`)}
            onChange={() => onChange(one)}
          />
          <span aria-hidden="true">{toned('✋', one)}</span>
        </label>
      ))}
    </fieldset>
  );
}
