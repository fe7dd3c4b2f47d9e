// The server renders head and article of public pages itself; this app takes over in the browser.
export const ssr = false;
export const prerender = false;
