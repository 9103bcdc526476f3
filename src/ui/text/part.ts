/** A piece of what somebody wrote. */
export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  /** `host` is set when what can be read is not where it leads: other scripts, numbers as addresses. */
  | { readonly kind: 'link'; readonly text: string; readonly href: string; readonly host?: string };
