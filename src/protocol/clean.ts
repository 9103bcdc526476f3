const CONTROLS = /[^\P{Cc}\t\n\r]/gu;
// A whole pair, or else a half: Safari before 16.4 cannot look behind.
const SURROGATES = /[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;

/** Half characters and control characters break what comes after us: encoders, storage, screens. */
export function clean(text: string): string {
  return text.replace(CONTROLS, '').replace(SURROGATES, (found) => (found.length === 2 ? found : '\ufffd'));
}
