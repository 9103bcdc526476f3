import type { Content, Deed, MomentMap, Session } from '../../domain';

type FilledForm = Extract<Content, { kind: 'filled-form' }>;
type Kind = Extract<Deed, { kind: 'form-submitted' }>['form'];
export type TellOld = (name: string, ...args: readonly unknown[]) => void;

// What was filled in is heard before or after it is known to be accepted. A form that is only a rating has nothing of it.
const PATIENCE_MS = 3_000;

const NAMES = {
  prechat: 'prechat_survey_submitted',
  postchat: 'postchat_survey_submitted',
  ticket: 'ticket_created',
} as const satisfies Record<Kind, string>;

/** `form_data` of JS API 1.0 is a list of `{ type, label, value }`; several answers to one question stand in one text. */
export function tellOldForms(session: Session, tell: TellOld) {
  /** Newest first. */
  const filled: FilledForm[] = [];
  const timers = new Map<Kind, ReturnType<typeof setTimeout>>();

  function hear({ content, isOwn }: MomentMap['new-content']): void {
    if (!isOwn || content.kind !== 'filled-form') return;
    filled.unshift(content);
    for (const kind of timers.keys()) meet(kind);
  }

  /** What another tab has sent is heard here too, and nobody here has sent it. */
  function meet(kind: Kind): void {
    const form = filled.find(({ formType = kind }) => formType === kind);
    if (form) finish(kind, form);
  }

  function finish(kind: Kind, form?: FilledForm): void {
    filled.length = 0;
    clearTimeout(timers.get(kind));
    timers.delete(kind);
    const form_data = form?.fields.map(readField) ?? [];
    tell(NAMES[kind], kind === 'ticket' ? { ...ticketOf(session, form), form_data } : { form_data });
  }

  for (const [name, moment] of session.moments.early ?? []) if (name === 'new-content') hear(moment);
  const stopContents = session.moments.on('new-content', hear);

  return {
    /** The service has taken it. */
    submitted(kind: Kind): void {
      const timer = setTimeout(() => finish(kind), PATIENCE_MS);
      timers.set(kind, timer);
      meet(kind);
    },
    stop(): void {
      stopContents();
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

const readField = ({ type, label, answers, isChecked }: FilledForm['fields'][number]) => ({
  type,
  label,
  value: isChecked === undefined ? answers.join(', ') : String(isChecked),
});

/** The service names no ticket to a customer: its thread stands for it. */
function ticketOf(session: Session, form: FilledForm | undefined) {
  const textOf = (type: string) => form?.fields.find((field) => field.type === type)?.answers.join(', ');
  const me = session.users.me.peek();
  const subject = textOf('subject');
  return {
    ticket_id: form?.threadId ?? null,
    text: textOf('textarea') ?? textOf('question') ?? '',
    visitor_name: textOf('name') ?? me?.name ?? '',
    visitor_email: textOf('email') ?? me?.email ?? '',
    ...(subject && { ticket_subject: subject }),
  };
}
