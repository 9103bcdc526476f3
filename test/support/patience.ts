// For busy cores: no test is about how long it takes. `waitFor` has a limit of its own, and waits only where there are pages.
const LONGEST_MS = 20_000;
if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/preact');
  configure({ asyncUtilTimeout: LONGEST_MS });
}

export {};
