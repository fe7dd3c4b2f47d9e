// Cookies that hold what a person prefers (language, theme, text size): the server reads the language from them, start.js all three.
const aYear = 365 * 24 * 60 * 60;

export const cookie = {
  get(name: string): string | undefined {
    const found = document.cookie.split('; ').find((part) => part.startsWith(name + '='));
    return found && decodeURIComponent(found.slice(name.length + 1));
  },
  set(name: string, value: string): void {
    document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${aYear}; samesite=lax`;
  },
};
