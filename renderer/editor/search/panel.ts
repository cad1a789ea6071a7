import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  openSearchPanel,
  replaceAll,
  replaceNext,
  SearchQuery,
  search,
  selectMatches,
  setSearchQuery,
} from "@codemirror/search";
import { type EditorView, type Panel, runScopeHandlers, type ViewUpdate } from "@codemirror/view";
import { button, field, row, toggle } from "./controls.ts";
import { type MatchCount, MatchCounter } from "./match-count.ts";

function countText(query: SearchQuery, { current, total, more }: MatchCount): string {
  if (query.search === "") return "";
  if (!query.valid) return "No valid expression";
  if (total === 0) return "Nothing found";
  const of = `${total.toLocaleString("en")}${more ? "+" : ""}`;
  return current === 0 ? of : `${current.toLocaleString("en")} of ${of}`;
}

/** The panel for finding and replacing in the note. */
class FindPanel implements Panel {
  readonly dom: HTMLElement;
  readonly top = true;
  readonly #view: EditorView;
  readonly #counter: MatchCounter;
  readonly #find = field("search", "Find");
  readonly #replace = field("replace", "Replace with");
  readonly #matchCase = toggle("case", "Aa", "Match case", () => this.#commit());
  readonly #word = toggle("word", "“ab”", "Whole words", () => this.#commit());
  readonly #regexp = toggle("re", ".*", "Regular expression", () => this.#commit());
  readonly #count = document.createElement("output");
  readonly #replaceRow: HTMLElement;
  readonly #more: HTMLButtonElement;

  constructor(view: EditorView) {
    this.#view = view;
    this.#counter = new MatchCounter(() => this.#showCount());
    this.#find.setAttribute("main-field", "true");
    this.#more = button("more", "▸", "Show the field to replace with", () =>
      this.showReplace(this.#replaceRow.hidden === true),
    );
    this.#count.className = "cm-find-count";
    this.#replaceRow = row([
      this.#replace,
      button("replace", "Replace", "Replace this match", () => replaceNext(view)),
      button("replaceAll", "Replace all", "Replace all matches", () => replaceAll(view)),
    ]);
    const findRow = row([
      ...(view.state.readOnly ? [] : [this.#more]),
      this.#find,
      this.#count,
      this.#matchCase,
      this.#word,
      this.#regexp,
      button("prev", "↑", "Previous match", () => findPrevious(view)),
      button("next", "↓", "Next match", () => findNext(view)),
      button("select", "Select all", "Select all matches", () => selectMatches(view)),
      button("close", "×", "Close", () => closeSearchPanel(view)),
    ]);
    this.dom = document.createElement("div");
    this.dom.className = "cm-search cm-find";
    this.dom.setAttribute("role", "search");
    this.dom.append(findRow, this.#replaceRow);
    this.dom.addEventListener("keydown", (event) => this.#key(event));
    this.dom.addEventListener("input", () => this.#commit());
    this.showReplace(false);
    this.#take(getSearchQuery(view.state));
  }

  mount(): void {
    this.#find.select();
  }

  destroy(): void {
    this.#counter.stop();
  }

  /** Shows or hides the field for the replacement. */
  showReplace(shown: boolean): void {
    this.#replaceRow.hidden = !shown;
    this.#more.textContent = shown ? "▾" : "▸";
    this.#more.setAttribute("aria-expanded", String(shown));
  }

  focusReplace(): void {
    this.#replace.select();
  }

  update(update: ViewUpdate): void {
    const changed = update.transactions.flatMap(({ effects }) => effects).find((effect) => effect.is(setSearchQuery));
    if (changed !== undefined) this.#take(changed.value as SearchQuery);
    else if (update.docChanged) this.#counter.start(update.state, getSearchQuery(update.state));
    else if (update.selectionSet) this.#showCount();
  }

  #take(query: SearchQuery): void {
    if (this.#find.value !== query.search) this.#find.value = query.search;
    if (this.#replace.value !== query.replace) this.#replace.value = query.replace;
    this.#matchCase.setAttribute("aria-pressed", String(query.caseSensitive));
    this.#word.setAttribute("aria-pressed", String(query.wholeWord));
    this.#regexp.setAttribute("aria-pressed", String(query.regexp));
    this.#counter.start(this.#view.state, query);
  }

  #commit(): void {
    const pressed = (control: HTMLElement) => control.getAttribute("aria-pressed") === "true";
    const query = new SearchQuery({
      search: this.#find.value,
      replace: this.#replace.value,
      caseSensitive: pressed(this.#matchCase),
      wholeWord: pressed(this.#word),
      regexp: pressed(this.#regexp),
      literal: !pressed(this.#regexp),
    });
    if (!query.eq(getSearchQuery(this.#view.state))) this.#view.dispatch({ effects: setSearchQuery.of(query) });
  }

  #showCount(): void {
    const { state } = this.#view;
    const query = getSearchQuery(state);
    this.#count.textContent = countText(query, this.#counter.at(state.selection.main.from));
    this.#find.toggleAttribute("aria-invalid", query.search !== "" && !query.valid);
  }

  #key(event: KeyboardEvent): void {
    if (runScopeHandlers(this.#view, event, "search-panel")) event.preventDefault();
    else if (event.key === "Enter" && !event.isComposing && event.target === this.#find) {
      event.preventDefault();
      (event.shiftKey ? findPrevious : findNext)(this.#view);
    } else if (event.key === "Enter" && !event.isComposing && event.target === this.#replace) {
      event.preventDefault();
      replaceNext(this.#view);
    }
  }
}

const panels = new WeakMap<EditorView, FindPanel>();

/** Finding in the note, with the panel above it. */
export const noteSearch = search({
  top: true,
  literal: true,
  createPanel(view) {
    const panel = new FindPanel(view);
    panels.set(view, panel);
    return panel;
  },
});

/** Opens the panel with the cursor in the field for what to find, or for what to put in its place. */
export function openSearch(view: EditorView, replace: boolean): boolean {
  openSearchPanel(view);
  const panel = panels.get(view);
  if (replace && !view.state.readOnly) {
    panel?.showReplace(true);
    panel?.focusReplace();
  }
  return true;
}
