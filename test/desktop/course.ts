import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A note that a whole job is done on, and what a reader finds in it. */
export interface Course {
  readonly text: string;
  readonly modules: number;
  /** All written minutes together. */
  readonly minutes: number;
  /** A module to go to: its title, and the line that it stands on. */
  readonly module: { readonly title: string; readonly line: string; readonly area: string; readonly level: string };
  /** A word that filters the outline down to a few modules, and how many. */
  readonly filter: { readonly text: string; readonly modules: number };
  /** The section that becomes a post, and words that stand in it. */
  readonly post: { readonly title: string; readonly words: readonly string[] };
}

const shared = fileURLToPath(new URL("../../../shared/corpus/notes/pr47.md", import.meta.url));
const own = fileURLToPath(new URL("../../resources/sample/Algorithms.md", import.meta.url));

/** The real note that Lectern began from, where it lies beside the project; our own sample elsewhere. */
export const course: Course = existsSync(shared)
  ? {
      text: readFileSync(shared, "utf8"),
      modules: 31,
      minutes: 819,
      module: {
        title: "Docker Networking",
        line: "6. Docker Networking - 45 min",
        area: "Docker",
        level: "Intermediate",
      },
      filter: { text: "swarm", modules: 2 },
      post: { title: "Blog Post", words: ["ADP", "PayPal"] },
    }
  : {
      text: readFileSync(own, "utf8"),
      modules: 11,
      minutes: 372,
      module: { title: "Quicksort", line: "2. Quicksort - 35 min", area: "Sorting", level: "Intermediate" },
      filter: { text: "lab", modules: 2 },
      post: { title: "Blog Post", words: ["count before you time", "insertion sort"] },
    };
