/** A text from which can be told which one it is and whether all of it is there. Up to 200 kB, different each time. */
export function numbered(number: number): string {
  const length = (number * 7919) % 5 === 0 ? (number * 104_729) % 200_000 : (number * 7919) % 9_000;
  return `text ${number} ${length}\n${"-".repeat(length)}\nend ${number}`;
}

/** The number of a text that is whole; null where it is torn. */
export function numberOf(text: string): number | null {
  const number = Number(/^text (\d+) /.exec(text)?.[1] ?? Number.NaN);
  return text === numbered(number) ? number : null;
}
