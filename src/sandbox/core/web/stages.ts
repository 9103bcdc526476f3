/** Versions that are on their way out, and the day when they leave this stage. The newest and previews say nothing. */
const STAGES = new Map<string, { readonly [header: string]: string }>([
  ['3.3', { deprecation: '2026-12-31' }],
  ['3.4', { deprecation: '2027-03-31' }],
  ['3.5', { legacy: '2027-08-31' }],
]);

/** For responses over HTTP, and for the answer that opens a WebSocket. */
export const stageHeaders = (version: string) => STAGES.get(version) ?? {};
