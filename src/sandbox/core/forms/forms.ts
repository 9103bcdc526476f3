import { Failure } from '../failure';
import type { Settings } from '../settings';
import type { Form, FormType } from './form';

/** Which form is asked for in which group. Switches are not stored: after a restart it is as in the settings. */
export class Forms {
  readonly #settings: Settings;
  readonly #switches = new Map<string, boolean>();

  constructor({ settings }: { readonly settings: Settings }) {
    this.#settings = settings;
  }

  find(groupId: number, type: FormType): Form | undefined {
    if (!this.#settings.groups.some(({ id }) => id === groupId)) throw new Failure('group_not_found');
    const setting = this.#settings.forms.find(
      ({ type: its, groupIds }) => its === type && (groupIds?.includes(groupId) ?? true),
    );
    const isEnabled = this.#switches.get(key(groupId, type)) ?? setting?.isEnabled;
    return isEnabled ? setting?.form : undefined;
  }

  switch(groupId: number, type: FormType, isEnabled: boolean): void {
    this.#switches.set(key(groupId, type), isEnabled);
  }
}

const key = (groupId: number, type: FormType) => `${groupId} ${type}`;
