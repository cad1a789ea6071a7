/** Titles come from strangers: what would steer the terminal, or turn the line's direction, becomes a space. */
export const harmless = (text: string): string => text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, " ");
