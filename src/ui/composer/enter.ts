/** Says of each key press whether it sends. Enter that ends a word of an input method does not. */
export function createEnterRule(isCoarse: () => boolean) {
  let hasJustComposed = false;
  return {
    onCompositionEnd: (): void => {
      // Safari ends the composition first and tells of the key afterwards, in one task.
      hasJustComposed = true;
      setTimeout(() => {
        hasJustComposed = false;
      });
    },
    sends(event: KeyboardEvent): boolean {
      if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return false;
      if (event.isComposing || event.keyCode === 229 || hasJustComposed) return false;
      // Keyboards on glass have no Shift+Enter.
      return !isCoarse();
    },
  };
}
