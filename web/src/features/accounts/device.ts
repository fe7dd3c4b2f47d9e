// What people call the thing that a session runs on: "Chrome · Android".

const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/ Line\//, 'LINE'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
];

const named = (names: [RegExp, string][], agent: string) => names.find(([mark]) => mark.test(agent))?.[1];

export function deviceName(agent: string): string {
  const parts = [named(browsers, agent), named(systems, agent)].filter(Boolean);
  return parts.join(' · ') || agent.slice(0, 40);
}
