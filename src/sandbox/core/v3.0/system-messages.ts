type Body = { readonly [field: string]: unknown };

interface Kind {
  readonly type: string;
  /** Names of today's variables by those of then; without them there are none. */
  readonly variables?: { readonly [name: string]: string };
  readonly text?: (variables: { readonly [name: string]: string }) => string;
}

/** v3.0 has few types where later versions have many, and its own sentences for some. */
const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [
    /^agent_(?:added|joined)$/,
    { type: 'agent_joined', variables: { agent: 'agent' }, text: ({ agent }) => `${agent} joined the chat` },
  ],
  [
    /^agent_(?:removed|left)$/,
    { type: 'agent_left', variables: { agent: 'agent' }, text: ({ agent }) => `${agent} left the chat` },
  ],
  [/^manual_archived_/, { type: 'manual_archived' }],
  [/^routing\.archived_/, { type: 'routing.archived', text: () => 'Chat archived due to long inactivity' }],
  [
    /^routing\.assigned_/,
    { type: 'routing.assigned', variables: { agent: 'agent_added' }, text: ({ agent }) => `Chat assigned to ${agent}` },
  ],
  [/^routing\.unassigned_/, { type: 'routing.unassigned', text: () => 'Chat is unassigned' }],
  [/^routing\.idle$/, { type: 'routing.idle' }],
];

export function systemMessage(body: Body): Body {
  const { system_message_type: type, text_vars, ...rest } = body;
  const [, kind] = KINDS.find(([pattern]) => pattern.test(String(type))) ?? [];
  if (!kind) return body;
  const values = (text_vars ?? {}) as { readonly [name: string]: string };
  const variables = Object.entries(kind.variables ?? {}).map(([name, today]) => [name, values[today] ?? ''] as const);
  const own = Object.fromEntries(variables);
  return {
    ...rest,
    ...(kind.text && { text: kind.text(own) }),
    system_message_type: kind.type,
    ...(variables.length > 0 && { text_vars: own }),
  };
}
