/** What any system takes as the name of a file. */
export const fileName = (title: string): string => title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-').slice(0, 120);
