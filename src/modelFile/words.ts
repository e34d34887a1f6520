/** An id as words: `runs_out` is “Runs out”. */
export const inWords = (id: string): string => {
  const words = id.replace(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
