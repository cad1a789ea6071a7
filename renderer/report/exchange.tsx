import { DropdownMenu } from "radix-ui";
import { type ReactNode, useState } from "react";
import type { Input, Output } from "#core/api.ts";
import type { Stretch } from "#core/time/calendar.ts";
import type { ExportFormat, ImportFormat } from "#core/time/formats/formats.ts";
import { bridge } from "../bridge.ts";
import { notify, notifyFailure } from "../state/notices.ts";
import "../state/style-nonce.ts";
import { written } from "./corrections.ts";
import { ImportDialog } from "./import-dialog.tsx";

const exportNames: Readonly<Record<ExportFormat, string>> = {
  csv: "CSV",
  json: "JSON",
  timeclock: "timeclock (hledger, ledger)",
  timewarrior: "Timewarrior",
  toggl: "Toggl CSV",
  clockify: "Clockify CSV",
  ics: "Calendar (iCalendar)",
  org: "Org",
};

const importNames: Readonly<Record<ImportFormat, string>> = {
  ...exportNames,
  csv: "Lectern CSV",
  json: "Lectern JSON",
  org: "Org (CLOCK lines)",
  inline: "Markdown (Obsidian time trackers)",
};

const itemsOf = <T extends string>(names: Readonly<Record<T, string>>): readonly (readonly [T, string])[] =>
  Object.entries(names) as [T, string][];

/** The range as the contract has it: an open end is null. */
const instants = (range: Stretch | null): Pick<Input<"exportTime">, "from" | "to"> => {
  const of = (instant: number | undefined): string | null =>
    instant !== undefined && Number.isFinite(instant) ? written(instant) : null;
  return { from: of(range?.from), to: of(range?.to) };
};

async function exportAs(format: ExportFormat, range: Stretch | null): Promise<void> {
  const result = await bridge.exportTime({ format, ...instants(range) });
  if (!result.ok) {
    notifyFailure(result.error);
    return;
  }
  const { files, folder, warnings } = result.value;
  notify({
    kind: "news",
    message: `The time was exported as ${files.join(", ")} in ${folder}.`,
    advice: warnings.length > 0 ? warnings.join(" ") : null,
    buttons: [],
  });
}

/** Takes time out in the formats of other programs, and takes theirs in. */
export function Exchange({ range }: { readonly range: Stretch | null }) {
  const [preview, setPreview] = useState<Output<"previewImport"> | null>(null);
  const previewOf = async (format: ImportFormat): Promise<void> => {
    const result = await bridge.previewImport({ format });
    if (result.ok) setPreview(result.value);
    else notifyFailure(result.error);
  };
  return (
    <div className="exchange">
      <Menu
        button="Export"
        label="Export the range as"
        items={itemsOf(exportNames)}
        onSelect={(format) => void exportAs(format, range)}
      />
      <Menu
        button="Import"
        label="Import from"
        items={itemsOf(importNames)}
        onSelect={(format) => void previewOf(format)}
      />
      {preview && <ImportDialog preview={preview} onClose={() => setPreview(null)} />}
    </div>
  );
}

interface MenuProps<T extends string> {
  readonly button: ReactNode;
  readonly label: string;
  readonly items: readonly (readonly [T, string])[];
  readonly onSelect: (item: T) => void;
}

function Menu<T extends string>({ button, label, items, onSelect }: MenuProps<T>) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="button button-plain">{button}</DropdownMenu.Trigger>
      {/* No portal: the menu stays within the view's landmark. */}
      <DropdownMenu.Content className="menu" align="end" sideOffset={4} loop>
        <DropdownMenu.Label className="side-label menu-label">{label}</DropdownMenu.Label>
        {items.map(([item, words]) => (
          <DropdownMenu.Item key={item} className="menu-item" onSelect={() => onSelect(item)}>
            {words}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
