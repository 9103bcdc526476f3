import { safeLink } from '../safe-link';

/** Away from here, in a window that knows nothing of us. What is not safe to click is text. */
export function OutLink({ url, text }: { url: string; text: string }) {
  const href = safeLink(url);
  if (!href) return <span dir="auto">{text}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" dir="auto">
      {text}
    </a>
  );
}
