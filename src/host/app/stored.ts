/** Nothing, where storage is denied. */
export function storedNames(storage: () => Storage): readonly string[] {
  try {
    return Object.keys(storage());
  } catch {
    return [];
  }
}

/** Removes all that we keep in this browser, of any account. */
export function forgetAll(storage: () => Storage): void {
  for (const name of storedNames(storage)) if (name.startsWith('natter:')) storage().removeItem(name);
}
