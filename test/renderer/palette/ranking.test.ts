import { describe, expect, it } from "vitest";
import { bestEntries } from "../../../renderer/palette/ranking.ts";

const entries = [
  { title: "Docker Networking", words: "Docker › Intermediate" },
  { title: "Networking", words: "Kubernetes" },
  { title: "Why Docker", words: "Docker › Beginner" },
  { title: "Café réseau", words: "" },
];
const find = (query: string) => bestEntries(entries, query).map(({ title }) => title);

describe("bestEntries", () => {
  it("shows what there is while nothing is typed", () => expect(find(" ")).toHaveLength(4));
  it("puts titles that begin with it first", () => expect(find("net")).toEqual(["Networking", "Docker Networking"]));
  it("needs every word, in the title or beside it", () => {
    expect(find("docker beginner")).toEqual(["Why Docker"]);
    expect(find("docker zebra")).toEqual([]);
  });
  it("forgives accents and left-out letters", () => {
    expect(find("cafe reseau")).toEqual(["Café réseau"]);
    expect(find("dkrnet")).toEqual(["Docker Networking"]);
  });
  it("shows 60 at most", () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({ title: `Note ${index}`, words: "" }));
    expect(bestEntries(many, "note")).toHaveLength(60);
  });
});
