/** A course note of about `size` characters, always the same: headings, numbered modules, wrapped bullets, marks. */
export function courseNote(size: number): string {
  const words = "leader term log entry vote quorum commit replica index message node cluster state machine".split(" ");
  let seed = 42;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const sentence = (length: number) => {
    const picked = Array.from({ length }, () => words[next(words.length)] ?? "");
    if (next(4) === 0) picked[1] = `**${picked[1]}**`;
    if (next(5) === 0) picked[2] = `\`${picked[2]}\``;
    if (next(9) === 0) picked[3] = `[${picked[3]}](https://example.org/${next(1_000)})`;
    return picked.join(" ");
  };
  const lines = ["# Notes on a course", ""];
  let length = 0;
  for (let module = 1; length < size; module++) {
    const from = lines.length;
    if (module % 60 === 1) lines.push(`## Area ${Math.ceil(module / 60)}`, "");
    if (module % 12 === 1) lines.push(`### Level ${Math.ceil(module / 12)}`, "");
    lines.push(`${((module - 1) % 12) + 1}. ${sentence(4)} - ${5 + next(90)} min`);
    for (let bullet = 0; bullet < 4; bullet++)
      lines.push(`\t- ${sentence(9)}`, `\t${sentence(10)}`, `\t${sentence(6)}`);
    if (module % 7 === 0) lines.push("\t- [ ] read it again", `\t> ${sentence(8)}`);
    lines.push("");
    for (const line of lines.slice(from)) length += line.length + 1;
  }
  return `${lines.join("\n")}\n`;
}
