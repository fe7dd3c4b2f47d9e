// The server writes the reply a public page is made of into the page itself; the first request for it needs no second way to the server.

let held: { path: string; reply: string } | undefined = found();

function found() {
  if (typeof document === 'undefined') return undefined;
  const script = document.getElementById('reply');
  const reply = script?.textContent;
  return reply ? { path: script.dataset['path'] ?? '/api' + location.pathname, reply } : undefined;
}

/** Answers at most one request, and only the one it belongs to. */
export function firstReply(request: Request): Response | undefined {
  if (!held || request.method !== 'GET') return undefined;
  const { path, reply } = held;
  const url = new URL(request.url);
  if (url.pathname + url.search !== path) return undefined;
  held = undefined;
  return new Response(reply, { headers: { 'Content-Type': 'application/json' } });
}
