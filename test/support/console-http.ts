/** The other end of the agent console's HTTP: what was posted, and an answer to it. */
export function consoleHttp() {
  const posts: { readonly path: string; readonly body: unknown }[] = [];
  let status = 200;
  let answer: unknown = {};

  return {
    posts,
    answerWith(next: unknown, code = 200) {
      answer = next;
      status = code;
    },
    fetch(path: RequestInfo | URL, init?: RequestInit): Promise<Response> {
      const { body } = init ?? {};
      posts.push({
        path: typeof path === 'string' ? path : '',
        body: typeof body === 'string' ? JSON.parse(body) : body,
      });
      return Promise.resolve(new Response(JSON.stringify(answer), { status }));
    },
  };
}
