/** What is known of pages: a table, so that a sandbox asks nobody and always says the same. */
export interface UrlInfo {
  readonly url: string;
  readonly title: string;
  readonly description?: string;
  readonly imageUrl?: string;
  readonly imageOriginalUrl?: string;
  readonly imageWidth?: number;
  readonly imageHeight?: number;
}

export const DEFAULT_URLS: readonly UrlInfo[] = [
  {
    url: 'https://harbour.example/bikes/harbour-tourer',
    title: 'Harbour Tourer',
    description: 'Steel, eight gears, made for long ways.',
    imageUrl: 'https://cdn.harbour.example/previews/harbour-tourer.png',
    imageOriginalUrl: 'https://harbour.example/images/harbour-tourer.png',
    imageWidth: 640,
    imageHeight: 320,
  },
  { url: 'https://harbour.example/help', title: 'Help and repairs', description: 'Opening hours, returns, repairs.' },
];

/** A slash at the end, a query and a fragment lead to the same page. */
export function findUrlInfo(known: readonly UrlInfo[], url: string): UrlInfo | undefined {
  const plain = (text: string) => text.replace(/[?#].*$/, '').replace(/\/$/, '');
  return known.find((info) => plain(info.url) === plain(url));
}
