/** How the windows of a group look and behave: settings by name, as widgets read them from the private branch. */
export class GroupSettings {
  readonly #settings = new Map<number, Readonly<Record<string, string>>>();
  /** Another one with each change: widgets keep what they have read. */
  version = 1;

  of(groupId: number): Readonly<Record<string, string>> {
    return this.#settings.get(groupId) ?? {};
  }

  /** In place of all that was set. */
  set(groupId: number, settings: Readonly<Record<string, string>>): void {
    this.#settings.set(groupId, settings);
    this.version += 1;
  }
}
