// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must not pass
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;
// A whole pair, or else a half: Safari before 16.4 cannot look behind.
const SURROGATES = /[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;

/** Half characters and control characters break what comes after us: encoders, storage, screens. */
export function clean(text: string): string {
  return text.replace(CONTROLS, '').replace(SURROGATES, (found) => (found.length === 2 ? found : '\ufffd'));
}
