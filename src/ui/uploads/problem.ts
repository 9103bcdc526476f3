import type { OutgoingFile } from '../../domain';

/** The service takes no larger one. */
export const MOST_BYTES = 10 * 1_024 * 1_024;
const PROGRAM = /\.(?:exe|msi|bat|cmd|com|scr|pif|vbs|vbe|js|jse|wsf|wsh|ps1|jar|app|dmg|apk|lnk|hta|cpl|reg|sh)\s*$/i;

export type Problem = 'empty' | 'too-large' | 'program' | 'folder' | 'gone';

const folders = new WeakSet<OutgoingFile>();

/** A folder looks like a file to the one who gets it; only who took it from the pointer knows. */
export function markFolder(file: OutgoingFile): void {
  folders.add(file);
}

/** What the service would refuse is not sent at all. */
export function problemOf(file: OutgoingFile): Problem | undefined {
  if (file.isGone) return 'gone';
  if (folders.has(file)) return 'folder';
  if (file.size === 0) return 'empty';
  if (file.size > MOST_BYTES) return 'too-large';
  return PROGRAM.test(file.name) ? 'program' : undefined;
}
