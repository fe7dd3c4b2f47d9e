// Tags as a person types them: words between commas, each once, with or without the # that many write before one.

export const tagsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,،\n]/)
      .map((tag) => tag.replace(/^[#\s]+/, '').trim())
      .filter(Boolean),
  ),
];

export const tagsAsText = (tags: readonly string[]): string => tags.join(', ');

/** Where everything that bears the tag is found. */
export const searchFor = (tag: string): string => `/search?q=${encodeURIComponent(tag)}`;
