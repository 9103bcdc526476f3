import { markFolder } from './problem';

/** The files of a drop. Folders are among them, and marked. */
export function filesOf(given: DataTransfer): File[] {
  return Array.from(given.items).flatMap((item) => {
    const file = item.kind === 'file' ? item.getAsFile() : null;
    if (file && item.webkitGetAsEntry?.()?.isDirectory) markFolder(file);
    return file ?? [];
  });
}

/**
 * The files of a clipboard, unless its text is meant: office programs put a picture of a table beside the table, and
 * file managers the name of a file beside the file.
 */
export function pastedFiles(given: DataTransfer): readonly File[] {
  const isFormatted = given.types.includes('text/html') && given.types.includes('text/plain');
  return isFormatted ? [] : Array.from(given.files);
}
