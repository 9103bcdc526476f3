import { useId } from 'preact/hooks';
import type { FormField } from '../../domain';
import { cleanLine } from '../text/clean-line';
import { useOwnRest, useUi } from '../ui-context';
import { shapeOf } from './answers';
import type { FieldProps, InputProps } from './field-props';
import { Box, Choose, Line, Lines, List } from './inputs';
import { Rating } from './Rating';

const LONGEST_LABEL = 2_000;

/** One question with its control and, under it, what is wrong with the answer. */
export function FormFieldView(props: FieldProps) {
  const { field, problem, isInLog, isWellKnown } = props;
  const { words } = useUi();
  const { TextBody } = useOwnRest();
  const ownId = `natter-field-${useId()}`;
  const id = isWellKnown ? field.type : ownId;
  const shape = shapeOf(field);
  if (shape === 'header' || shape === 'unknown') {
    return (
      <p class="form-field form-text" dir="auto">
        <TextBody text={field.label.slice(0, LONGEST_LABEL)} isFree={!isInLog} />
      </p>
    );
  }
  const label = cleanLine(field.label, LONGEST_LABEL) || words.t(fallbackOf(field));
  const input = { ...props, id, label, describedBy: problem && `${id}-problem` };
  return (
    <div class="form-field">
      {shape === 'line' && <Line {...input} />}
      {shape === 'lines' && <Lines {...input} />}
      {shape === 'list' && <List {...input} />}
      {(shape === 'one' || shape === 'several') && <Choose {...input} isOne={shape === 'one'} />}
      {shape === 'box' && <Box {...input} />}
      {shape === 'rating' && <RatingField {...input} />}
      {problem && (
        <p class="form-problem is-problem" id={`${id}-problem`}>
          {words.t(problem)}
        </p>
      )}
    </div>
  );
}

/** The rating of the chat itself: what is pressed here is pressed in the menu too. */
function RatingField({ field, label, answer, describedBy, isInLog, onChange }: InputProps) {
  return (
    <Rating
      title={label}
      describedBy={describedBy}
      isInLog={isInLog}
      comment={{ label: cleanLine(field.commentLabel ?? '', LONGEST_LABEL), text: String(answer), onChange }}
    />
  );
}

function fallbackOf({ type }: FormField): 'form.name_label' | 'form.email_label' | 'form.field_label' {
  if (type === 'name') return 'form.name_label';
  return type === 'email' ? 'form.email_label' : 'form.field_label';
}
