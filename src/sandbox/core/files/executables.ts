/** What people should not be sent by a stranger: refused by name, and by what the file begins with. */

const ENDINGS =
  /\.(?:apk|app|appx|bat|bin|cmd|com|cpl|deb|dll|dmg|elf|exe|hta|iso|jar|js|jse|lnk|mjs|msi|msix|pif|pkg|ps1|reg|rpm|run|scr|sh|vb|vbe|vbs|wsf)$/i;

const BEGINNINGS: readonly (readonly number[])[] = [
  [0x4d, 0x5a], // Windows
  [0x7f, 0x45, 0x4c, 0x46], // Linux
  [0xcf, 0xfa, 0xed, 0xfe], // macOS
  [0xca, 0xfe, 0xba, 0xbe], // macOS for several processors, and Java
  [0x23, 0x21], // a script
];

export function isExecutable(name: string, bytes: Uint8Array): boolean {
  const isKnown = BEGINNINGS.some((start) => start.every((byte, at) => bytes[at] === byte));
  return isKnown || ENDINGS.test(name.replace(/[\s.]+$/, ''));
}
