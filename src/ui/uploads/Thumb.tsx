import { useEffect, useState } from 'preact/hooks';
import type { OutgoingFile } from '../../domain';
import { Icon } from '../icons/Icon';
import { pictureKind } from './picture-kind';

/** A picture before it is sent, from the visitor's own device; a clip for all else. */
export function Thumb({ file }: { readonly file: OutgoingFile }) {
  const src = usePreview(file as unknown as Blob);
  return (
    <span class="upload-thumb">
      {src ? <img src={src} alt="" width={44} height={44} decoding="async" /> : <Icon name="attach" />}
    </span>
  );
}

function usePreview(file: Blob): string | undefined {
  const [src, setSrc] = useState<string>();
  useEffect(() => {
    let isGone = false;
    let made: string | undefined;
    pictureKind(file).then(
      (type) => {
        if (isGone || !type) return;
        made = URL.createObjectURL(file.slice(0, file.size, type));
        setSrc(made);
      },
      // What cannot be read will not be sent either, and says so then.
      () => {},
    );
    return () => {
      isGone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [file]);
  return src;
}
