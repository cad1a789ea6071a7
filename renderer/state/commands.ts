import { type Command, type CommandId, commands } from "#core/commands.ts";

/** What a command does, and whether it can be done now. */
export interface CommandHandler {
  readonly run: () => unknown;
  /** Default: always. */
  readonly enabled?: () => boolean;
}

const handlers = new Map<CommandId, CommandHandler>();

/** Gives commands their meaning. The menu, the palette, the keys and the buttons all run these. */
export function handleCommands(more: Partial<Record<CommandId, CommandHandler>>): void {
  for (const [id, handler] of Object.entries(more)) handlers.set(id as CommandId, handler);
}

/** Whether a command would do something now. One without a handler never does, and is shown nowhere. */
export function canRun(id: CommandId): boolean {
  const handler = handlers.get(id);
  return handler !== undefined && (handler.enabled?.() ?? true);
}

/** Runs a command. False when it can't be run now. */
export function runCommand(id: CommandId): boolean {
  if (!canRun(id)) return false;
  handlers.get(id)?.run();
  return true;
}

/** The commands that would do something now, in menu order. */
export const runnableCommands = (): readonly Command[] => commands.filter(({ id }) => canRun(id));

/** A command as core/commands.ts lists it. */
export function commandOf(id: CommandId): Command {
  const command = commands.find((each) => each.id === id);
  if (!command) throw new Error(`core/commands.ts lists no command "${id}"`);
  return command;
}
