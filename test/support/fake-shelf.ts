import type { FileShelf, KeptFile } from '../../src/domain';

/** A place for files in memory that outlives the pages which use it. */
export function fakeShelf() {
  const kept = new Map<string, KeptFile & { readonly page: number }>();
  let pages = 0;
  return {
    kept,
    /** For one page. What it has is left to others when it is dead. */
    open(): FileShelf & { die(): void } {
      pages += 1;
      const page = pages;
      let isDead = false;
      return {
        async put(file) {
          if (!isDead) kept.set(file.customId, { ...file, page });
        },
        async remove(customId) {
          if (!isDead) kept.delete(customId);
        },
        inherit(owner, hear) {
          const left = [...kept.values()].filter((file) => file.owner === owner && file.page !== page);
          for (const file of left) kept.set(file.customId, { ...file, page });
          if (left.length > 0) hear(left);
          return () => {};
        },
        die() {
          isDead = true;
        },
      };
    },
  };
}
