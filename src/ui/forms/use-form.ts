import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FillOutcome, Form, FormAnswers, FormField, Outcome } from '../../domain';
import type { PlainKey } from '../i18n/catalogue';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { type Answer, answersOf, firstAnswer, MOST_FIELDS, problemOf, shapeOf } from './answers';
import { draftOf, restored } from './drafts';

export type Progress = 'open' | 'sending' | 'failed' | 'refused' | 'done';

export interface Filling {
  readonly fields: readonly FormField[];
  readonly answers: readonly Answer[];
  readonly problems: readonly (PlainKey | undefined)[];
  readonly progress: Progress;
  readonly form: RefObject<HTMLFormElement | null>;
  readonly change: (index: number, answer: Answer) => void;
  readonly submit: () => Promise<void>;
}

interface Asked {
  readonly form: Pick<Form, 'fields'>;
  /** Under which what is half-filled survives a reload. */
  readonly draft: string;
  readonly send: (answers: FormAnswers) => Promise<FillOutcome>;
  /** What is said when it has arrived. */
  readonly done?: PlainKey;
}

/** Answers, what is wrong with them, and how far they have come. */
export function useForm({ form: { fields: all }, draft, send, done = 'form.sent' }: Asked): Filling {
  const { session, words, focus, scroll, onError } = useUi();
  const { announcer } = useOwnRest();
  const fields = all.slice(0, MOST_FIELDS);
  const drafts = session.rest.peek()?.formDrafts;
  const rules = session.rest.peek()?.rules.peek();
  const [answers, setAnswers] = useState(() =>
    restored(fields, drafts?.read(draft), session.users.me.peek() ?? {}, rules?.locked),
  );
  const [problems, setProblems] = useState<readonly (PlainKey | undefined)[]>([]);
  const [progress, setProgress] = useState<Progress>('open');
  // Two presses in one moment are one: the state comes with the next drawing.
  const isSending = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  const answered = useRef(new Set<number>());
  const me = useValue(() => session.users.me.value);

  // Who it is may be known only now, and what they have typed by then stays.
  useLayoutEffect(() => {
    if (!me) return;
    const locked: readonly string[] = rules?.locked ?? [];
    const isOpenTo = (field: FormField, at: number) =>
      locked.includes(field.type) || (answers[at] === '' && !answered.current.has(at));
    setAnswers(fields.map((field, at) => (isOpenTo(field, at) && firstAnswer(field, me)) || (answers[at] ?? '')));
  }, [me?.name, me?.email]);

  function change(index: number, answer: Answer): void {
    answered.current.add(index);
    const next = answers.map((other, at) => (at === index ? answer : other));
    setAnswers(next);
    drafts?.write(draft, draftOf(fields, next, drafts.read(draft)));
    // What is being corrected is not complained about; it is looked at again on submit.
    setProblems((before) => before.map((other, at) => (at === index ? undefined : other)));
  }

  /** A rating is given by its own press; here stands its comment. */
  async function sendRating(): Promise<Outcome> {
    const rest = session.rest.peek();
    const comment = String(answers[fields.findIndex((field) => shapeOf(field) === 'rating')] ?? '').trim();
    const rating = rest?.rating.peek();
    return comment && rest && rating?.score && comment !== rating.comment ? rest.rate(rating.score, comment) : 'done';
  }

  async function sendAll(): Promise<FillOutcome> {
    const rated = await sendRating();
    return rated === 'done' ? send(answersOf(fields, answers)) : rated;
  }

  /** At the fields, and where one hears it. The answer: there was something to complain about. */
  function complain(found: readonly (PlainKey | undefined)[]): boolean {
    setProblems(found);
    const count = found.filter(Boolean).length;
    if (count === 0) return false;
    announcer.alert(words.t('form.errors_summary', { count }));
    focusIn(form.current, found.findIndex(Boolean));
    return true;
  }

  async function submit(): Promise<void> {
    if (isSending.current) return;
    const score = session.rest.peek()?.rating.peek().score;
    const found = fields.map((field, index) =>
      problemOf(field, shapeOf(field) === 'rating' ? (score ?? '') : (answers[index] ?? '')),
    );
    if (complain(found)) return;
    isSending.current = true;
    setProgress('sending');
    const outcome = await sendAll().catch((error: unknown): Outcome => {
      onError(error, 'form');
      return 'failed';
    });
    isSending.current = false;
    if (outcome !== 'done') {
      const isBlamed = ({ id }: FormField) => typeof outcome === 'object' && outcome.refused.includes(id);
      const isSaid = complain(fields.map((field) => (isBlamed(field) ? 'form.field_refused' : undefined)));
      const how = typeof outcome === 'object' ? 'refused' : outcome;
      setProgress(isSaid ? 'open' : how);
      if (!isSaid) announcer.alert(words.t(`form.${how}`));
      return;
    }
    drafts?.remove(draft);
    focus.toStart();
    announcer.say(words.t(done));
    setProgress('done');
    scroll.keep();
  }

  return { fields, answers, problems, progress, form, change, submit };
}

function focusIn(form: HTMLFormElement | null, index: number): void {
  form?.querySelectorAll('.form-field')[index]?.querySelector<HTMLElement>('input,select,textarea,button')?.focus();
}
