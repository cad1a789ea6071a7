const STYLE = /^(?:\D*?)(?:(\d+(?:[.,]\d+)?)(\s*)(h[a-z]*)(\.?(?:\s*(?:and|,|&))?\s*))?(?:(\d+)(\s*)(m[a-z]*))?\.?$/i;

/** `hours` for `hour` and back, as the number asks; abbreviations stay as they are. */
const unit = (word: string, count: number): string => {
  const one = /^(hour|minute)s?$/i.exec(word)?.[1];
  if (one) return count === 1 ? one : `${one}s`;
  return word;
};

/**
 * Writes minutes in the style of a duration that stands in a text: its units, its spaces, hours apart where it has
 * hours ("1 hr 20 min" → "2 hr 5 min", "45min" → "50min"). "50 min" where its style is another.
 */
export const formatLike = (example: string, minutes: number): string => {
  const match = STYLE.exec(example.trim());
  const [, hours, hourSpace = " ", hourUnit, joint = " ", , minuteSpace = hourSpace, minuteUnit] = match ?? [];
  if (!match || (!hourUnit && !minuteUnit)) return `${minutes} min`;
  const short =
    minuteUnit ?? (/^h$/i.test(hourUnit ?? "") ? "m" : /^hours?$/i.test(hourUnit ?? "") ? "minutes" : "min");
  const ofMinutes = (count: number): string => `${count}${minuteSpace}${unit(short, count)}`;
  if (hours === undefined || hourUnit === undefined || minutes < 60) return ofMinutes(minutes);
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  const first = `${whole}${hourSpace}${unit(hourUnit, whole)}`;
  return rest === 0 ? first : `${first}${minuteUnit ? joint : hourSpace}${ofMinutes(rest)}`;
};
