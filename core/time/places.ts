import type { Area, Level, Module, ModulePath, Outline } from "../outline/tree.ts";

/** A note with its outline, as the reports and the relinking take it. */
export interface NoteOutline {
  /** Path inside the notebook, with `/`. */
  readonly note: string;
  readonly outline: Outline;
}

/** A module where it stands. */
export interface Place {
  readonly path: ModulePath;
  readonly module: Module;
  readonly level: Level;
  readonly area: Area;
}

/** A string that is equal for equal module paths and only for those. */
export const pathKey = (path: ModulePath): string => JSON.stringify([path.note, path.area, path.level, path.title]);

/** Whether two paths name the same module. */
export const samePath = (a: ModulePath, b: ModulePath): boolean =>
  a === b || (a.note === b.note && a.area === b.area && a.level === b.level && a.title === b.title);

/**
 * Every module of a note with the path that its sessions are kept under, in the order of the text. A level that holds
 * one title twice keeps them apart: "Lab", "Lab (2)".
 */
export const placesOf = ({ note, outline }: NoteOutline): Place[] => {
  const places: Place[] = [];
  const taken = new Set<string>();
  for (const area of outline.areas)
    for (const level of area.levels)
      for (const module of level.modules) {
        let path: ModulePath = { note, area: area.title, level: level.title, title: module.title };
        for (let n = 2; taken.has(pathKey(path)); n++) path = { ...path, title: `${module.title} (${n})` };
        taken.add(pathKey(path));
        places.push({ path, module, level, area });
      }
  return places;
};

/** How people and terminals name a module: `Docker › Beginner › Why Docker`. */
export const pathWords = ({ area, level, title }: ModulePath): string =>
  [area, level, title].filter((part) => part !== null && part !== "").join(" › ");
