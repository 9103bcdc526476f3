import type { Chat, User } from '../model';
import type { ConsoleState } from '../state';

/** What was typed and chosen, by the name of the field. */
export type Values = Readonly<Record<string, string>>;

export interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly kind?: 'text' | 'area' | 'number';
  /** Makes it a choice. */
  readonly choices?: readonly Choice[];
  readonly isOptional?: boolean;
}

/** One thing to do, said in a few words. With fields it is a small form, else a button. */
export interface Command {
  readonly label: string;
  readonly fields?: readonly Field[];
  readonly run: (values: Values) => Promise<unknown>;
}

export interface CommandGroup {
  readonly title: string;
  /** Asked once for all its commands. */
  readonly fields?: readonly Field[];
  readonly commands: readonly Command[];
}

/** Where the commands act: in a chat, or on a visitor who has none. */
export interface Scene {
  readonly state: ConsoleState;
  readonly chat: Chat | undefined;
  readonly customer: User;
}

export interface ChatScene extends Scene {
  readonly chat: Chat;
}

export const choice = (value: string, text = value): Choice => ({ value, text });
