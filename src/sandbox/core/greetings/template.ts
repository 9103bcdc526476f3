/** When a greeting is shown by itself. All that is said must be so; nothing said means only when asked for. */
export interface GreetingRule {
  /** Part of the address of the page. */
  readonly urlContains?: string;
  /** How long somebody has been on the page. */
  readonly afterSeconds?: number;
  /** From this visit on. */
  readonly fromVisit?: number;
  readonly sessionField?: readonly [name: string, value: string];
}

export type GreetingEvent =
  | { readonly type: 'message'; readonly text: string }
  | { readonly type: 'rich_message'; readonly template_id: string; readonly elements: readonly object[] };

export interface GreetingTemplate {
  readonly id: number;
  readonly name: string;
  readonly event: GreetingEvent;
  /** Default: whoever would get the chat. */
  readonly agentId?: string;
  readonly subtype?: 'announcement';
  readonly addon?: string;
  readonly isExitIntent?: boolean;
  readonly when?: GreetingRule;
}
