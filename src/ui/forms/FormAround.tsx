import { useEffect, useId, useLayoutEffect } from 'preact/hooks';
import type { FormAround as Around, GroupId } from '../../domain';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { withoutGroup } from './drafts';
import { FormFields } from './FormFields';
import { useFirstField } from './use-first-field';
import { useForm } from './use-form';

/** The form before a chat, after it, or in its place. Whatever one has typed goes from one to the other. */
export function FormAround() {
  const { session } = useUi();
  const around = useValue(() => session.rest.value?.formAround.value);
  return around ? <Asked key={`${around.kind} ${around.groupId}`} around={around} /> : null;
}

/** Of all forms before a chat: what one asks another may ask too. */
const DRAFT_BEFORE = 'before';

const titles = { prechat: 'form.prechat_title', ticket: 'offline.title', postchat: 'form.postchat_title' } as const;
const submits = { prechat: 'form.start_chat', ticket: 'form.leave_message', postchat: 'form.submit' } as const;

function Asked({ around }: { readonly around: Around }) {
  const { kind, form, groupId } = around;
  const { session, host, words, focus } = useUi();
  const { announcer, useFocusHandover } = useOwnRest();
  const id = `natter-around-${useId()}`;
  const place = useFocusHandover<HTMLElement>(focus.toStart);
  const isWaiting = useValue(() =>
    session.timeline.items.value.some((item) => item.kind === 'message' && item.delivery === 'sending'),
  );
  // Somebody is there, and one would rather not wait.
  const isInstead = useValue(() => {
    const status = session.rest.value?.groupStatuses.value.get(groupId) ?? 'offline';
    return kind === 'ticket' && status !== 'offline';
  });
  const title = isInstead ? 'form.leave_message' : titles[kind];
  const canGoBack = useValue(() => kind === 'ticket' && session.availability.value === 'online');
  const filling = useForm({
    form,
    draft: kind === 'postchat' ? kind : DRAFT_BEFORE,
    send: async (answers) => session.rest.peek()?.fillFormAround(around, answers) ?? 'failed',
  });
  const chosenGroup = chosenIn(around, filling.answers);

  function goBack(): void {
    const rest = session.rest.peek();
    rest?.formDrafts.write(DRAFT_BEFORE, withoutGroup(rest.formDrafts.read(DRAFT_BEFORE)));
    rest?.chooseGroup(undefined);
  }

  useFirstField(place);
  useEffect(() => {
    if (host.isOpen.peek()) announcer.say(words.t(title));
  }, []);
  useLayoutEffect(() => {
    if (kind === 'prechat') session.rest.peek()?.chooseGroup(chosenGroup);
  }, [chosenGroup]);

  return (
    <section class="form-card form-around" aria-labelledby={id} ref={place}>
      <h3 id={id}>{words.t(title)}</h3>
      {kind === 'ticket' && <p>{words.t('offline.text')}</p>}
      {kind === 'prechat' && isWaiting && <p class="form-hint">{words.t('form.held')}</p>}
      <FormFields
        key={groupId}
        filling={filling}
        submit={words.t(submits[kind])}
        hasWellKnown={kind === 'prechat'}
        labelledBy={id}
      >
        {kind === 'postchat' && (
          <button type="button" class="button is-quiet" onClick={() => session.rest.peek()?.putOffForm()}>
            {words.t('form.skip')}
          </button>
        )}
        {canGoBack && (
          <button type="button" class="button is-quiet" onClick={goBack}>
            {words.t('form.back')}
          </button>
        )}
      </FormFields>
    </section>
  );
}

function chosenIn({ form }: Around, answers: ReturnType<typeof useForm>['answers']): GroupId | undefined {
  const index = form.fields.findIndex(({ type }) => type === 'group_chooser');
  const [chosen] = [answers[index]].flat();
  return form.fields[index]?.options.find(({ id }) => id === chosen)?.groupId;
}
