// One hue from pale to deep: told apart without seeing colours, and on paper without any.
export const light = {
  shades: ['#e4eaf7', '#b4c4e6', '#7f98d0', '#4a67ae', '#20377a'],
  ground: '#ffffff',
  line: '#6d7280',
  border: '#3d4456',
};

/** An area without a number; each reason has a pattern of its own. */
export const pattern = (why: string, prefix = 'fill'): string => `url(#${prefix}-${why})`;

export const fill = (name: string, shades: readonly string[], ground: string): string => {
  if (name.startsWith('shade')) return shades[Number(name.slice('shade'.length))]!;
  return name === 'no_area' || name === 'value' ? ground : pattern(name);
};
