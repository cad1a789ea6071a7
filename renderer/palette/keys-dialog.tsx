import { menuNames } from "#core/commands.ts";
import { isMac } from "../state/command-keys.ts";
import { runnableCommands } from "../state/commands.ts";
import { keyLabel } from "../state/keys.ts";
import { closeDialog } from "../state/ui.ts";
import { Dialog } from "../ui/dialog.tsx";

/** Every key, by menu. */
export function KeysDialog() {
  const withKeys = runnableCommands().filter(({ key }) => key !== undefined);
  return (
    <Dialog title="Keys" wide onClose={closeDialog}>
      <div className="key-sheet">
        {menuNames.map((menu) => {
          const commands = withKeys.filter((command) => command.menu === menu);
          if (commands.length === 0) return null;
          return (
            <section key={menu} className="key-group" aria-label={menu}>
              <h3 className="side-label">{menu}</h3>
              <dl>
                {commands.map(({ id, title, key = "" }) => (
                  <div key={id} className="key-line">
                    <dt>{title.replace(/…$/, "")}</dt>
                    <dd>
                      <kbd>{keyLabel(key, isMac())}</kbd>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
